package atelier.processors.ingest;

import java.nio.file.Path;
import java.util.Set;

/** What a file in the inbox is, judged by its name and kind alone: its content is never opened here. */
public sealed interface InboxFile {

    /** The file itself. */
    Path path();

    /**
     * An artwork's source.
     *
     * @param slug the artwork
     * @param extension in lower case without the dot; empty where there is none
     */
    record SourceFile(Slug slug, Path path, String extension) implements InboxFile {}

    /**
     * A rendition delivered by hand: {@code mila/sunset@4K.mov}; also subtitles, {@code mila/sunset.de.srt}.
     *
     * @param rendition as the recipes spell it, however the artist spelled it
     */
    record OverrideFile(Slug slug, String rendition, Path path) implements InboxFile {}

    /** Details of an artwork: {@code mila/sunset.yml}. */
    record DetailsFile(Slug slug, Path path) implements InboxFile {}

    /** Not looked at, and left where it is. */
    record Ignored(Path path, String reason) implements InboxFile {}

    /** Meant for us, but under a name that cannot be taken: to be refused with what the artist can do. */
    record Misnamed(Path path, Rejection rejection) implements InboxFile {}

    /**
     * Tells what a file is.
     *
     * @param inbox the inbox folder
     * @param file a path below it, as a listing gave it
     * @param renditions the names that may follow an {@code @}; compared without regard to case
     */
    static InboxFile parse(Path inbox, Path file, Set<String> renditions) {
        return new InboxFileName(inbox, file).judge(renditions);
    }

    /**
     * Tells what a delivery is that comes from elsewhere.
     *
     * @param name its path with slashes, below whatever stands for the inbox
     * @param path where its content will be
     * @param renditions the names that may follow an {@code @}; compared without regard to case
     */
    static InboxFile named(String name, Path path, Set<String> renditions) {
        return new DeliveredName(name, path).judge(renditions);
    }
}
