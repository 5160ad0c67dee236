package atelier.processors.node;

import atelier.processors.store.Store;
import atelier.processors.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A store that all nodes of a library share, wherever it is.
 *
 * @param store which one
 */
public record StorePlace(Store store) implements Place {

    @Override
    public Optional<String> name() {
        try {
            return store.read(MARKER).map(name -> new String(name, StandardCharsets.US_ASCII).strip());
        } catch (StoreException e) {
            throw new NodeException(this + " cannot be read: " + e.getMessage() + " Atelier does not start.", e);
        }
    }

    @Override
    public void name(String name) {
        try {
            store.put(MARKER, name.getBytes(StandardCharsets.US_ASCII));
        } catch (StoreException e) {
            throw new NodeException(this + " cannot be written to: " + e.getMessage() + " Atelier does not start.", e);
        }
    }

    @Override
    public String toString() {
        return "The store " + store;
    }

    @Override
    public String marker() {
        return store + "/" + MARKER;
    }
}
