package atelier.processors.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The seam to where published bytes are kept. Keys are relative paths with slashes. */
public interface Store extends Leftovers {

    /**
     * Writes an object, replacing what was there; readers see the old or the new content, whole.
     *
     * @throws StoreException if it could not be written; the old content then stays
     */
    void put(String key, byte[] content);

    /**
     * Moves files into the store, each whole; an object that is there already is replaced. Who writes must know that nobody
     * else does: what lies there may be of another encode.
     *
     * @param folder of the keys
     * @param files on this machine; gone afterwards
     * @throws StoreException if one could not be written; others may be there then, harmlessly
     */
    void putAll(String folder, List<Path> files);

    /**
     * Size of an object, in bytes; empty where there is none.
     *
     * @throws StoreException if that cannot be told now
     */
    OptionalLong size(String key);

    /**
     * Opens an object at an offset.
     *
     * @throws StoreException if there is none, or it cannot be read
     */
    InputStream open(String key, long offset);

    /**
     * The same for who will read little of it: a store that is far need not send more.
     *
     * @throws StoreException if there is none, or it cannot be read
     */
    default InputStream peek(String key, long offset) {
        return open(key, offset);
    }

    /**
     * All of a small object; empty where there is none.
     *
     * @throws StoreException if it cannot be read
     */
    default Optional<byte[]> read(String key) {
        if (size(key).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = open(key, 0)) {
            return Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new StoreException("The store could not read '" + key + "'.", e);
        }
    }

    /**
     * Removes an object; none is no error.
     *
     * @throws StoreException if it could not be removed
     */
    void delete(String key);

    /**
     * Removes all objects below a folder; none is no error.
     *
     * @throws StoreException if one could not be removed; others may be gone then
     */
    void deleteAll(String folder);

    /**
     * Tells the names of the folders directly below a folder, in any order, one at a time: there may be very many.
     *
     * @throws StoreException if they cannot be listed now
     */
    void folders(String folder, Consumer<String> each);

    /**
     * What lies below a folder; empty where there is none.
     *
     * @throws StoreException if that cannot be told now
     */
    Optional<Usage> usage(String folder);

    /** Why the store cannot be used now, and what to do, as sentences; empty if it can. */
    Optional<String> trouble();
}
