package bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How long it takes to read a file once and to know its content by a hash: no less can tell whether it is known. */
final class Reading {
    private static final int BUFFER = 1 << 20;

    private Reading() {}

    static double seconds(Path file) throws IOException {
        long start = System.nanoTime();
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        digest.digest();
        return (System.nanoTime() - start) / 1e9;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new BenchException("This Java has no SHA-256.", e);
        }
    }
}
