package atelier.processors.content;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What a file contains, in 64 characters.
 *
 * @param hex the SHA-256 of its bytes, in lower-case hexadecimal
 * @param bytes how many bytes it has
 */
public record ContentHash(String hex, long bytes) {
    /** As {@link #sha256(Path, LongConsumer)}, telling nobody how far it is. */
    public static ContentHash sha256(Path file) throws IOException, InterruptedException {
        return sha256(file, bytes -> {});
    }

    /**
     * Reads a file once, in constant memory.
     *
     * @param progress gets the number of bytes read so far, after each piece; on the calling thread
     * @throws FileChangedException if the file changed meanwhile
     * @throws InterruptedException if the calling thread was interrupted; the file is as it was
     */
    public static ContentHash sha256(Path file, LongConsumer progress) throws IOException, InterruptedException {
        Optional<FileState> before = FileState.of(file);
        MessageDigest digest = newDigest();
        long[] bytes = {0};
        try (ReadAhead pieces = new ReadAhead(file)) {
            pieces.forEach((array, count) -> {
                digest.update(array, 0, count);
                bytes[0] += count;
                progress.accept(bytes[0]);
            });
        }
        if (before.isEmpty()
                || before.get().bytes() != bytes[0]
                || !FileState.of(file).equals(before)) {
            throw new FileChangedException(file);
        }
        return new ContentHash(HexFormat.of().formatHex(digest.digest()), bytes[0]);
    }

    /** A digest for content that is read otherwise. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
