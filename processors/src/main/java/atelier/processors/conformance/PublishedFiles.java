package atelier.processors.conformance;

import atelier.processors.store.Store;
import java.io.InputStream;
import java.util.OptionalLong;

/** Where the playlists and segments lie that are checked. Keys are relative paths with slashes, as the store has them. */
public interface PublishedFiles {

    /** Size in bytes; empty where there is none. */
    OptionalLong size(String key);

    /** Opens what is there, at an offset; whoever opens closes. */
    InputStream open(String key, long offset);

    /** What lies in a store. */
    static PublishedFiles of(Store store) {
        return new PublishedFiles() {
            @Override
            public OptionalLong size(String key) {
                return store.size(key);
            }

            @Override
            public InputStream open(String key, long offset) {
                return store.peek(key, offset);
            }
        };
    }
}
