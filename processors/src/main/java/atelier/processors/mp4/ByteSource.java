package atelier.processors.mp4;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Stored bytes that can be read again and again, from anywhere. */
@FunctionalInterface
public interface ByteSource {

    /** Opens the bytes from {@code offset} on; whoever opens closes. */
    InputStream open(long offset) throws IOException;

    /** The bytes of a file. */
    static ByteSource of(Path file) {
        return offset -> Channels.newInputStream(
                FileChannel.open(file, StandardOpenOption.READ).position(offset));
    }
}
