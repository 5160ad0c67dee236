package atelier.processors.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The seam to where published bytes are kept. Keys are relative paths with slashes. */
public interface Store {

    /**
     * Writes an object, replacing what was there; readers see the old or the new content, whole.
     *
     * @throws StoreException if it could not be written; the old content then stays
     */
    void put(String key, byte[] content);

    /**
     * Moves files into the store, each whole; an object that is there already stays as it is, since the name says the
     * content.
     *
     * @param folder of the keys
     * @param files on this machine; gone afterwards
     * @throws StoreException if one could not be written; others may be there then, harmlessly
     */
    void putAll(String folder, List<Path> files);

    /** Size of an object, in bytes; empty where there is none. */
    OptionalLong size(String key);

    /**
     * Opens an object at an offset.
     *
     * @throws StoreException if there is none, or it cannot be read
     */
    InputStream open(String key, long offset);
}
