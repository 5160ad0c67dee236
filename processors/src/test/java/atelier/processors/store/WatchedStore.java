package atelier.processors.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A store that tells a test what is done to it; what the test throws is what the store does not do. */
public final class WatchedStore implements Store {
    private final Store store;
    private final Watcher watcher;

    /** Hears of things before or after they are done. */
    public interface Watcher {
        default void written(String folder) {}

        default void removes(String key) {}

        default void reads(String key) {}
    }

    public WatchedStore(Store store, Watcher watcher) {
        this.store = store;
        this.watcher = watcher;
    }

    @Override
    public void put(String key, byte[] content) {
        store.put(key, content);
    }

    @Override
    public void putAll(String folder, List<Path> files) {
        store.putAll(folder, files);
        watcher.written(folder);
    }

    @Override
    public OptionalLong size(String key) {
        watcher.reads(key);
        return store.size(key);
    }

    @Override
    public InputStream open(String key, long offset) {
        return store.open(key, offset);
    }

    @Override
    public void delete(String key) {
        watcher.removes(key);
        store.delete(key);
    }

    @Override
    public void deleteAll(String folder) {
        watcher.removes(folder);
        store.deleteAll(folder);
    }

    @Override
    public void folders(String folder, Consumer<String> each) {
        store.folders(folder, each);
    }

    @Override
    public Optional<Usage> usage(String folder) {
        return store.usage(folder);
    }

    @Override
    public int removeUnfinished(Instant before) {
        return store.removeUnfinished(before);
    }

    @Override
    public Optional<String> trouble() {
        return store.trouble();
    }
}
