package atelier.processors.store;

import atelier.processors.hls.Playlists;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a bucket tells who reads an object from it (RFC 8216, RFC 4337, RFC 9111, RFC 8246).
 *
 * @param contentType its media type
 * @param cacheControl how long it may be kept
 */
record StoredForm(String contentType, String cacheControl) {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String SECONDS = "public, max-age=1";
    private static final Pattern EDITION_MASTER = Pattern.compile(".+/editions/\\d+/master\\.m3u8");
    private static final String PLAYLIST = "m3u8";
    private static final Map<String, String> TYPES = Map.of(
            PLAYLIST,
            "application/vnd.apple.mpegurl",
            "m4s",
            "video/iso.segment",
            "mp4",
            "video/mp4",
            "vtt",
            "text/vtt; charset=utf-8",
            "jpg",
            "image/jpeg",
            "json",
            "application/json");

    /** Of an object that is stored from a file: a part of an output, whose name says its content. */
    static StoredForm of(String name) {
        return new StoredForm(type(name), name.startsWith("chunks/") ? FOREVER : SECONDS);
    }

    /**
     * Of an object whose content is at hand. A numbered multivariant playlist and an ended media playlist never change;
     * a growing one and a pointer may, any second.
     */
    static StoredForm of(String name, byte[] content) {
        boolean fixed = EDITION_MASTER.matcher(name).matches()
                || name.endsWith("." + PLAYLIST) && Playlists.hasEnded(new String(content, StandardCharsets.UTF_8));
        return fixed ? new StoredForm(type(name), FOREVER) : of(name);
    }

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
