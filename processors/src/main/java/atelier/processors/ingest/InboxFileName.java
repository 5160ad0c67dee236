package atelier.processors.ingest;

import atelier.processors.ingest.InboxFile.Ignored;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The rules by which a path below the inbox is read. */
record InboxFileName(Path inbox, Path file) {

    InboxFile judge(Set<String> renditions) {
        if (!file.startsWith(inbox) || file.equals(inbox) || !file.equals(file.normalize())) {
            return new Ignored(file, "it is not below the inbox");
        }
        InboxFile named = new DeliveredName(inbox.relativize(file).toString(), file).judge(renditions);
        if (named instanceof Ignored) {
            return named;
        }
        return reasonOfKind()
                .<InboxFile>map(reason -> new Ignored(file, reason))
                .orElse(named);
    }

    /** A link may lead anywhere and a pipe never ends: neither is opened, nor is anything below a linked folder. */
    private Optional<String> reasonOfKind() {
        for (Path at = file; !at.equals(inbox); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return Optional.of("it is a symbolic link, or below one");
            }
        }
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.empty()
                : Optional.of("it is not a regular file, or gone");
    }
}
