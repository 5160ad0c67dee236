package atelier.processors.catalog;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One form of an artwork: a row of {@code video_formats}.
 *
 * @param id key
 * @param artworkId whose it is
 * @param formatType {@code SOURCE}, or the rendition's name
 * @param origin {@code delivered}, {@code override} or {@code encoded}
 * @param state {@code waiting}, {@code ready} (its beginning can be played), {@code complete}, {@code failed},
 *     {@code absent} (not made of this source)
 * @param fileHash SHA-256 of the whole file
 * @param fileSize of the whole file, in bytes
 * @param width of its picture
 * @param height of its picture
 * @param error why it failed
 */
public record VideoFormat(
        long id,
        long artworkId,
        String formatType,
        String origin,
        String state,
        Optional<String> fileHash,
        OptionalLong fileSize,
        int width,
        int height,
        Optional<String> error) {
    /** The format type of a delivered source. */
    public static final String SOURCE = "SOURCE";
}
