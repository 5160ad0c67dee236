package atelier.processors.sources;

import java.nio.file.Path;

/**
 * A delivered file on this machine, for as long as it is held.
 *
 * @param path where it is; not to be written to
 * @param part whether only a part of it is there, the rest reads as zeros or is left out
 * @param release ends the holding
 */
public record SourceFile(Path path, boolean part, Runnable release) implements AutoCloseable {

    /** A file that stays where it is. */
    static SourceFile of(Path path) {
        return new SourceFile(path, false, () -> {});
    }

    @Override
    public void close() {
        release.run();
    }
}
