package atelier.processors.ingest;

import atelier.processors.ingest.InboxFile.DetailsFile;
import atelier.processors.ingest.InboxFile.Ignored;
import atelier.processors.ingest.InboxFile.Misnamed;
import atelier.processors.ingest.InboxFile.OverrideFile;
import atelier.processors.ingest.InboxFile.SourceFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The rules by which a path below the inbox is read. */
record InboxFileName(Path inbox, Path file) {
    private static final Set<String> UNFINISHED = Set.of("part", "tmp", "filepart", "crdownload");

    InboxFile judge(Set<String> renditions) {
        Optional<String> reason = reasonToIgnore();
        if (reason.isPresent()) {
            return new Ignored(file, reason.get());
        }
        try {
            return named(inbox.relativize(file).toString(), renditions);
        } catch (InvalidSlugException e) {
            return new Misnamed(file, e.rejection());
        }
    }

    private Optional<String> reasonToIgnore() {
        if (!file.startsWith(inbox) || file.equals(inbox) || !file.equals(file.normalize())) {
            return Optional.of("it is not below the inbox");
        }
        if (StreamSupport.stream(inbox.relativize(file).spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."))) {
            return Optional.of("it is hidden, or in a hidden folder");
        }
        if (UNFINISHED.contains(extension(file.getFileName().toString()))) {
            return Optional.of("its name says that it is still being written");
        }
        return reasonOfKind();
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

    private InboxFile named(String relative, Set<String> renditions) {
        String extension = extension(file.getFileName().toString());
        String name = extension.isEmpty() ? relative : relative.substring(0, relative.lastIndexOf('.'));
        if (extension.equals("yml")) {
            return new DetailsFile(new Slug(name), file);
        }
        int at = name.lastIndexOf('@');
        Optional<String> rendition = at < 0 ? Optional.empty() : matching(name.substring(at + 1), renditions);
        return rendition
                .<InboxFile>map(known -> new OverrideFile(new Slug(name.substring(0, at)), known, file))
                .orElseGet(() -> new SourceFile(new Slug(name), file, extension));
    }

    private static Optional<String> matching(String name, Set<String> renditions) {
        return renditions.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    /** In lower case; empty where there is none. The dot that begins or ends a name begins no extension. */
    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
