package atelier.processors.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Formats of pictures that are taken as posters, told by their first bytes: names from outside mean nothing. */
public enum PictureFormat {
    /** ISO 10918. */
    JPEG("jpeg_pipe"),
    /** ISO 15948. */
    PNG("png_pipe"),
    /** RFC 9649. */
    WEBP("webp_pipe");

    private static final int FIRST_BYTES = 12;
    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final String demuxer;

    PictureFormat(String demuxer) {
        this.demuxer = demuxer;
    }

    /** FFmpeg's name of what reads it. */
    public String demuxer() {
        return demuxer;
    }

    /** What a file is, if it is one of these. */
    static Optional<PictureFormat> of(Path file) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(FIRST_BYTES);
        }
        if (begins(first, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (begins(first, PNG_START)) {
            return Optional.of(PNG);
        }
        String text = new String(first, StandardCharsets.ISO_8859_1);
        return text.startsWith("RIFF") && text.endsWith("WEBP") ? Optional.of(WEBP) : Optional.empty();
    }

    private static boolean begins(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
