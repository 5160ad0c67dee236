package atelier.routes.http;

import atelier.processors.store.Store;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.core.io.AbstractResource;

/** A stored object, as Spring serves it: it finds ranges and lengths itself. */
final class StoredResource extends AbstractResource {
    private final Store store;
    private final String key;
    private final long size;

    private StoredResource(Store store, String key, long size) {
        this.store = store;
        this.key = key;
        this.size = size;
    }

    static Optional<StoredResource> find(Store store, String key) {
        OptionalLong size = store.size(key);
        return size.isPresent() ? Optional.of(new StoredResource(store, key, size.getAsLong())) : Optional.empty();
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public InputStream getInputStream() {
        return store.open(key, 0);
    }

    @Override
    public String getDescription() {
        return "stored object " + key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredResource resource && resource.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
