package atelier.processors.sources;

import atelier.config.Home;
import atelier.processors.store.SourceBucket;
import atelier.processors.store.SourceBucket.Version;
import atelier.processors.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Hands out what is here of files that lie in the bucket.
 *
 * @param cache what is here
 */
record Desk(Home home, SourceBucket bucket, SourceCache cache) {

    /** What a file is called in the bucket: as it is below the home's folder of sources. */
    String name(String path) {
        return home.sources().relativize(home.resolve(path)).toString();
    }

    /** What has just been delivered here need not be fetched. */
    CachedSource hold(long input, String path, Version version) throws IOException {
        Path kept = home.resolve(path);
        return cache.hold(input, extension(kept), file -> {
            CachedSource source = new CachedSource(bucket, name(path), version, file);
            if (Files.isRegularFile(kept) && isLinked(kept, file)) {
                source.complete();
            }
            return source;
        });
    }

    private static boolean isLinked(Path kept, Path file) {
        try {
            Files.createLink(file, kept);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false; // Another disk: it is fetched.
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    void release(long input) {
        cache.release(input);
    }

    /** @param part of it, which may be a file that was made for one use */
    void release(long input, CachedSource source, Path part) {
        try {
            if (!part.equals(source.file())) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(part + " could not be removed.", e);
        } finally {
            cache.release(input);
        }
    }

    void drop(long input) {
        cache.drop(input);
    }

    /** Removes it from the bucket. */
    void remove(String path) {
        asked(() -> {
            bucket.delete(name(path));
            return path;
        });
    }

    /** @throws SourcesAwayException if there is no answer now */
    <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreException e) {
            throw new SourcesAwayException(e.getMessage(), e);
        }
    }
}
