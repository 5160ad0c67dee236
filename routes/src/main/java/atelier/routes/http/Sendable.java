package atelier.routes.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes that can be sent in part. */
interface Sendable {
    long size();

    /**
     * Writes a part.
     *
     * @param to behind its last byte
     */
    void writeTo(OutputStream out, long from, long to) throws IOException;

    /** The file that has just these bytes, where there is one: the system sends it by itself. */
    default Optional<Path> file() {
        return Optional.empty();
    }
}
