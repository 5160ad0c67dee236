package atelier.routes.steps;

import atelier.processors.ingest.InboxStep;
import java.io.File;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExclusiveReadLockStrategy;
import org.apache.camel.component.file.GenericFileOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The read lock of the inbox: a file is ours once its copy has arrived. Does not wait: the next poll asks again. */
@Component("arrivalLock")
class ArrivalLock implements GenericFileExclusiveReadLockStrategy<File> {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivalLock.class);

    private final InboxStep inbox;

    ArrivalLock(InboxStep inbox) {
        this.inbox = inbox;
    }

    @Override
    public boolean acquireExclusiveReadLock(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        try {
            return inbox.hasArrived(file.getFile().toPath());
        } catch (IOException e) {
            LOG.warn("{} cannot be read yet and is looked at again: {}", file.getFile(), e.getMessage());
            return false;
        }
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
        // Nothing is left behind by an earlier run: no lock files are made.
    }

    @Override
    public void releaseExclusiveReadLockOnAbort(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        // Nothing was taken.
    }

    @Override
    public void releaseExclusiveReadLockOnRollback(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        // Nothing was taken.
    }

    @Override
    public void releaseExclusiveReadLockOnCommit(
            GenericFileOperations<File> operations, GenericFile<File> file, Exchange exchange) {
        // Nothing was taken.
    }

    @Override
    public void setTimeout(long timeout) {
        // It never waits.
    }

    @Override
    public void setCheckInterval(long checkInterval) {
        // It looks once.
    }

    @Override
    public void setReadLockLoggingLevel(org.apache.camel.LoggingLevel readLockLoggingLevel) {
        // A copy that has not arrived is not worth a line.
    }

    @Override
    public void setMarkerFiler(boolean markerFiler) {
        // No marker files.
    }

    @Override
    public void setDeleteOrphanLockFiles(boolean deleteOrphanLockFiles) {
        // No lock files.
    }
}
