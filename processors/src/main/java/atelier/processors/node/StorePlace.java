package atelier.processors.node;

import atelier.processors.store.Store;
import atelier.processors.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
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
            return store.size(MARKER).isPresent() ? Optional.of(read()) : Optional.empty();
        } catch (StoreException | IOException e) {
            throw new NodeException(this + " cannot be read: " + e.getMessage() + " Atelier does not start.", e);
        }
    }

    private String read() throws IOException {
        try (InputStream stream = store.open(MARKER, 0)) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII).strip();
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
