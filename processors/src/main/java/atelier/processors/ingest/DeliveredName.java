package atelier.processors.ingest;

import atelier.processors.ingest.InboxFile.DetailsFile;
import atelier.processors.ingest.InboxFile.Ignored;
import atelier.processors.ingest.InboxFile.Misnamed;
import atelier.processors.ingest.InboxFile.OverrideFile;
import atelier.processors.ingest.InboxFile.SourceFile;
import atelier.processors.ladder.Language;
import atelier.processors.ladder.TrackName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rules by which a delivery is named, wherever it comes from.
 *
 * @param name its path with slashes, below the inbox or whatever stands for it
 * @param path where its content is, or will be
 */
record DeliveredName(String name, Path path) {
    private static final Set<String> UNFINISHED = Set.of("part", "tmp", "filepart", "crdownload");

    private static final Set<String> SUBTITLES = Set.of("srt", "vtt");

    /** The rendition that subtitles are. */
    private static final String TEXT = "TEXT";

    InboxFile judge(Set<String> renditions) {
        Optional<String> reason = reasonToIgnore();
        if (reason.isPresent()) {
            return new Ignored(path, reason.get());
        }
        try {
            return named(renditions);
        } catch (InvalidSlugException e) {
            return new Misnamed(path, e.rejection());
        }
    }

    private Optional<String> reasonToIgnore() {
        if (Arrays.stream(name.split("/", -1)).anyMatch(part -> part.startsWith("."))) {
            return Optional.of("it is hidden, or in a hidden folder");
        }
        return UNFINISHED.contains(extension())
                ? Optional.of("its name says that it is still being written")
                : Optional.empty();
    }

    private InboxFile named(Set<String> renditions) {
        String extension = extension();
        String stem = extension.isEmpty() ? name : name.substring(0, name.lastIndexOf('.'));
        if (extension.equals("yml")) {
            return new DetailsFile(new Slug(stem), path);
        }
        if (SUBTITLES.contains(extension) && renditions.contains(TEXT)) {
            return subtitles(stem);
        }
        int at = stem.lastIndexOf('@');
        Optional<String> rendition = at < 0 ? Optional.empty() : matching(stem.substring(at + 1), renditions);
        return rendition
                .<InboxFile>map(known -> new OverrideFile(new Slug(stem.substring(0, at)), known, path))
                .orElseGet(() -> new SourceFile(new Slug(stem), path, extension));
    }

    /** {@code sunset.de.srt} is of {@code sunset}, in German; {@code sunset.srt} in a language that is not said. */
    private InboxFile subtitles(String stem) {
        int dot = stem.lastIndexOf('.');
        Optional<Language> language =
                dot > stem.lastIndexOf('/') + 1 ? Language.of(stem.substring(dot + 1)) : Optional.empty();
        String slug = language.isPresent() ? stem.substring(0, dot) : stem;
        return new OverrideFile(new Slug(slug), TrackName.of(TEXT, language).text(), path);
    }

    private static Optional<String> matching(String name, Set<String> renditions) {
        return renditions.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    /** In lower case; empty where there is none. The dot that begins or ends a name begins no extension. */
    private String extension() {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot <= 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
