package atelier.processors.hls;

import java.nio.charset.StandardCharsets;

/** Addresses in playlists. */
final class Uris {
    private static final String UNSAFE = "\"<>\\^`{|} ";

    private Uris() {}

    /** The address with everything percent-encoded that may not stand in one. Present escapes stay as they are. */
    static String safe(String uri) {
        if (uri.isEmpty() || uri.startsWith("#")) {
            throw new PlaylistException("'%s' is no address", uri);
        }
        StringBuilder safe = new StringBuilder();
        for (byte each : uri.getBytes(StandardCharsets.UTF_8)) {
            int value = Byte.toUnsignedInt(each);
            if (value < 0x20 || value >= 0x7f || UNSAFE.indexOf(value) >= 0) {
                safe.append("%%%02X".formatted(value));
            } else {
                safe.append((char) value);
            }
        }
        return safe.toString();
    }
}
