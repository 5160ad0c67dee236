package atelier.processors.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where published things stand: the same below the store's root and below the application's address. */
public final class MediaAddress {
    /** File name of an edition's storyboard. */
    public static final String STORYBOARD = "storyboard.vtt";

    /** File name of the multivariant playlist of an edition's flat view, where it is of a sphere. */
    public static final String FLAT = "flat.m3u8";

    /** File name of the multivariant playlist of a sphere for Apple's players. */
    public static final String APPLE = "apple.m3u8";

    private MediaAddress() {}

    /** Key of what an artwork has at a fixed address. */
    public static String ofArtwork(String slug, String name) {
        return "media/" + slug + "/" + name;
    }

    /** Key of a playlist of an edition. */
    public static String ofEdition(String slug, int edition, String name) {
        return ofArtwork(slug, "editions/" + edition + "/" + name);
    }

    /** Path of a playlist of an artwork's whole timeline, which the application serves and no store has. */
    public static String whole(String slug, int plan, String name) {
        return "whole/" + slug + "/" + plan + "/" + name;
    }

    /** What leads from such a playlist back to the root. */
    public static String rootFromWhole(String slug) {
        return "../".repeat(slug.split("/").length + 2);
    }

    /** Folder of an output. */
    public static String ofOutput(String fingerprint) {
        return "chunks/" + fingerprint;
    }

    /** Key of a poster. */
    public static String poster(String fingerprint) {
        return ofOutput(fingerprint) + "/poster.jpg";
    }

    /** Key of a poster as WebP. */
    public static String posterWebp(String fingerprint) {
        return ofOutput(fingerprint) + "/poster.webp";
    }

    /** Key of subtitles. */
    public static String text(String fingerprint) {
        return ofOutput(fingerprint) + "/text.vtt";
    }

    /** Key of the small pictures of a chunk. */
    public static String sheet(String fingerprint) {
        return ofOutput(fingerprint) + "/sheet.jpg";
    }

    /** Key of the init segment of an output. */
    public static String init(String fingerprint) {
        return ofOutput(fingerprint) + "/init.mp4";
    }

    /**
     * Key of an init segment that says more than the output's own.
     *
     * @param what it says, in hexadecimal
     */
    public static String init(String fingerprint, String what) {
        return ofOutput(fingerprint) + "/init" + what + ".mp4";
    }

    /** Folder of an output's segments for a start time. */
    public static String ofPlacement(String fingerprint, long startTicks) {
        return ofOutput(fingerprint) + "/" + startTicks;
    }

    /** File name of a segment. */
    public static String segment(int number) {
        return String.format("%05d.m4s", number);
    }

    /** What leads from an edition's playlist back to the root. */
    public static String rootFromEdition(String slug) {
        return "../".repeat(slug.split("/").length + 3);
    }

    /** A key as the path of an address: each part percent-encoded, RFC 3986. */
    public static String path(String key) {
        return "/" + Arrays.stream(key.split("/")).map(MediaAddress::encoded).collect(Collectors.joining("/"));
    }

    private static String encoded(String part) {
        StringBuilder text = new StringBuilder();
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~@".indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : String.format("%%%02X", b & 0xFF));
        }
        return text.toString();
    }
}
