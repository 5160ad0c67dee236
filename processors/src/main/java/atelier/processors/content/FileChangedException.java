package atelier.processors.content;

import java.io.IOException;
import java.nio.file.Path;

/** A file changed while it was read: whatever was learnt from it is worth nothing; it may be tried again when it rests. */
public final class FileChangedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param file the file that changed */
    public FileChangedException(Path file) {
        super(file + " changed while it was read, so its hash is void. It is tried again when it rests.");
    }
}
