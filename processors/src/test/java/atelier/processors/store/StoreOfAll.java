package atelier.processors.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A store in which everything lies that is asked for, and has a thousand bytes. Nothing else can be done with it. */
public final class StoreOfAll implements Store {
    private static final UnsupportedOperationException ONLY_SIZES =
            new UnsupportedOperationException("This store tells sizes and nothing else.");

    @Override
    public OptionalLong size(String key) {
        return OptionalLong.of(1000);
    }

    @Override
    public void put(String key, byte[] content) {
        throw ONLY_SIZES;
    }

    @Override
    public void putAll(String folder, List<Path> files) {
        throw ONLY_SIZES;
    }

    @Override
    public InputStream open(String key, long offset) {
        throw ONLY_SIZES;
    }

    @Override
    public void delete(String key) {
        throw ONLY_SIZES;
    }

    @Override
    public void deleteAll(String folder) {
        throw ONLY_SIZES;
    }

    @Override
    public void folders(String folder, Consumer<String> each) {
        throw ONLY_SIZES;
    }

    @Override
    public Optional<Usage> usage(String folder) {
        throw ONLY_SIZES;
    }

    @Override
    public int removeUnfinished(Instant before) {
        throw ONLY_SIZES;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }
}
