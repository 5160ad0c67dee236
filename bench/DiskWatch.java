package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Looks, while it is open, how much lies in a folder that others write to. */
final class DiskWatch implements AutoCloseable {
    private static final int MILLIS = 100;

    private final Path folder;
    private final Sampler sampler;
    private volatile long most;

    DiskWatch(Path folder) {
        this.folder = folder;
        this.sampler = new Sampler("disk", MILLIS, () -> most = Math.max(most, bytes()));
    }

    /** Megabytes at the worst moment that was seen. */
    double megabytes() {
        return most / 1e6;
    }

    /** What goes while it is looked at counts as nothing. */
    private long bytes() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        sampler.close();
    }
}
