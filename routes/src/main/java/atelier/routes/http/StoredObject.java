package atelier.routes.http;

import atelier.processors.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A stored object.
 *
 * @param size when it was looked at
 * @param file where the store is a folder
 */
record StoredObject(Store store, String key, long size, Optional<Path> file) implements Sendable {
    private static final int AT_ONCE = 1 << 16;

    @Override
    public void writeTo(OutputStream out, long from, long to) throws IOException {
        try (InputStream stream = store.open(key, from)) {
            byte[] buffer = new byte[(int) Math.min(AT_ONCE, to - from)];
            long left = to - from;
            while (left > 0) {
                int read = stream.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("'" + key + "' ended before its " + size + " bytes.");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
