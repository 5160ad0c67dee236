package atelier.routes.steps;

import atelier.processors.ingest.InboxStep;
import java.io.File;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.stereotype.Component;

/** Lets the file consumer see what is ours to look at: no hidden, unfinished or special files, and no links. */
@Component("inboxFilter")
class InboxFilter implements GenericFileFilter<File> {
    private final InboxStep inbox;

    InboxFilter(InboxStep inbox) {
        this.inbox = inbox;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        return file.isDirectory()
                ? !file.getFileName().startsWith(".")
                : inbox.concerns(file.getFile().toPath());
    }
}
