package atelier.processors.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Builds a SHA-256 over labelled parts. Each part ends with its length, so that no two lists of parts collide. */
public final class Fingerprint {
    private final MessageDigest digest;

    /** @param purpose what is named, with a version: changing what goes in changes the version */
    public Fingerprint(String purpose) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
        add(purpose);
    }

    /** Adds a text. */
    public Fingerprint add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public Fingerprint add(byte[] part) {
        digest.update(part);
        return length(part.length);
    }

    /** Adds the bytes from there to there, exclusive. */
    Fingerprint add(byte[] data, int from, int to) {
        digest.update(data, from, to - from);
        return length(to - from);
    }

    /** Adds a number. */
    public Fingerprint add(long part) {
        return add(Long.toString(part));
    }

    private Fingerprint length(int length) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (length >>> shift));
        }
        return this;
    }

    /** The fingerprint, 64 hexadecimal digits. Ends the building. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
