package atelier.routes.http;

import atelier.config.Home;
import atelier.processors.store.FolderStore;
import atelier.processors.store.Store;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** What the store holds, as it is sent. */
@Component
class StoredObjects {
    private final Store store;
    private final Optional<Path> folder;

    StoredObjects(Store store, Home home) {
        this.store = store;
        this.folder = store instanceof FolderStore ? Optional.of(home.store().toAbsolutePath()) : Optional.empty();
    }

    /** @param key checked: it leads nowhere but into the store */
    Optional<StoredObject> find(String key) {
        OptionalLong size = store.size(key);
        return size.isPresent()
                ? Optional.of(new StoredObject(store, key, size.getAsLong(), path(key)))
                : Optional.empty();
    }

    /** Where an object would lie, if the store is a folder. */
    Optional<Path> path(String key) {
        return folder.map(root -> root.resolve(key));
    }

    /** All of a small object. */
    Optional<byte[]> read(String key) {
        return store.read(key);
    }
}
