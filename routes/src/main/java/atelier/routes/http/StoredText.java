package atelier.routes.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.util.DigestUtils;

/**
 * A small text of the store.
 *
 * @param plain as it lies there
 * @param packed by gzip, where that is shorter
 * @param etag weak: both forms have it
 */
record StoredText(byte[] plain, Optional<byte[]> packed, String etag) {
    /** Below that, packing saves no packet. */
    private static final int WORTH_PACKING = 512;

    static StoredText of(byte[] plain) {
        return new StoredText(
                plain,
                plain.length < WORTH_PACKING ? Optional.empty() : Optional.of(pack(plain)),
                "W/\"" + DigestUtils.md5DigestAsHex(plain) + "\"");
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    int size() {
        return plain.length + packed.map(bytes -> bytes.length).orElse(0);
    }
}
