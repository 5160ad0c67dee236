package atelier.routes.steps;

import atelier.processors.ingest.InboxStep;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path path = file.getFile().toPath();
        if (!file.isDirectory()) {
            return inbox.concerns(path);
        }
        // A linked folder may lead out of the inbox, or round in circles for ever.
        return !file.getFileName().startsWith(".") && !Files.isSymbolicLink(path);
    }
}
