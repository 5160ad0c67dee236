package atelier.routes.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Contents of files, and what may go wrong with them. */
final class FileBytes {
    /** From the type of the first sample entry to its width (ISO/IEC 14496-12, 8.5.2 and 12.1.3). */
    private static final int TYPE_TO_WIDTH = 4 + 6 + 2 + 16;

    /** From the type of the sample description box to the type of its first entry. */
    private static final int BOX_TO_ENTRY = 4 + 4 + 4 + 4;

    private FileBytes() {}

    static byte[] of(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The beginning of a file. */
    static byte[] cut(byte[] whole, double share) {
        return Arrays.copyOf(whole, (int) (whole.length * share));
    }

    /** A QuickTime film whose container tells another size. */
    static byte[] sized(byte[] film, int width, int height) {
        byte[] other = film.clone();
        int at = new String(film, StandardCharsets.ISO_8859_1).indexOf("stsd");
        if (at < 0) {
            throw new IllegalArgumentException("No sample description in this film");
        }
        ByteBuffer.wrap(other)
                .putShort(at + BOX_TO_ENTRY + TYPE_TO_WIDTH, (short) width)
                .putShort(at + BOX_TO_ENTRY + TYPE_TO_WIDTH + 2, (short) height);
        return other;
    }

    /** A Matroska film whose container tells another length (RFC 9559, 5.1.2.10: a double, in milliseconds). */
    static byte[] lasting(byte[] film, double seconds) {
        byte[] other = film.clone();
        int at = new String(film, StandardCharsets.ISO_8859_1).indexOf("\u0044\u0089\u0088");
        if (at < 0) {
            throw new IllegalArgumentException("No duration in this film");
        }
        ByteBuffer.wrap(other).putDouble(at + 3, seconds * 1000);
        return other;
    }
}
