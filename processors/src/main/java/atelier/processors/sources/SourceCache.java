package atelier.processors.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is here of files that lie in a bucket, up to some size; what was used least recently goes first. */
public final class SourceCache {
    private static final Logger LOG = LoggerFactory.getLogger(SourceCache.class);

    private final Path folder;
    private final long most;
    private final Map<Long, Held> held = new LinkedHashMap<>(16, 0.75f, true);

    /** How many use it now. */
    private static final class Held {
        final CachedSource source;
        int users;

        Held(CachedSource source) {
            this.source = source;
        }
    }

    /**
     * @param folder for its files; made when it is needed
     * @param most bytes that it has, beside those in use
     */
    public SourceCache(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /**
     * What is here of an input, kept until it is released.
     *
     * @param extension by which FFmpeg knows some formats
     * @param unknown makes what is not here yet, of its file
     */
    synchronized CachedSource hold(long input, String extension, Function<Path, CachedSource> unknown)
            throws IOException {
        Held found = held.get(input);
        if (found == null || isSweptAway(found)) {
            Files.createDirectories(folder);
            Path file = folder.resolve(input + extension);
            Files.deleteIfExists(file);
            found = new Held(unknown.apply(file));
            held.put(input, found);
        }
        found.users++;
        return found.source;
    }

    /** The work folder is emptied when work begins. */
    private static boolean isSweptAway(Held found) {
        return found.users == 0 && found.source.bytes() > 0 && !Files.exists(found.source.file());
    }

    /** Whoever held it needs it no more. */
    synchronized void release(long input) {
        Held found = held.get(input);
        if (found != null) {
            found.users--;
            shrink();
        }
    }

    /** Nobody will need it. */
    synchronized void drop(long input) {
        Held found = held.get(input);
        if (found != null && found.users == 0) {
            held.remove(input);
            delete(found.source.file());
        }
    }

    private void shrink() {
        long bytes =
                held.values().stream().mapToLong(each -> each.source.bytes()).sum();
        for (Map.Entry<Long, Held> each : List.copyOf(held.entrySet())) {
            if (bytes > most && each.getValue().users == 0) {
                bytes -= each.getValue().source.bytes();
                drop(each.getKey());
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed from what is cached; it is at the next start.", file, e);
        }
    }
}
