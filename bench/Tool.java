package bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Programs and sums over files. */
final class Tool {
    private Tool() {}

    /** The lines that a program says; it must end well. */
    static List<String> lines(String... call) {
        Process process = Children.start(new ProcessBuilder(call).redirectError(ProcessBuilder.Redirect.INHERIT));
        try (InputStream said = process.getInputStream()) {
            List<String> lines = new String(said.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            if (process.waitFor() != 0) {
                throw new BenchException("This failed: " + String.join(" ", call));
            }
            return lines;
        } catch (IOException e) {
            throw new BenchException("This could not be heard: " + String.join(" ", call), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.", e);
        } finally {
            Children.stop(process);
        }
    }

    static String sha256(Path file) throws IOException {
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest())) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) content).getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new BenchException("This Java has no SHA-256.", e);
        }
    }
}
