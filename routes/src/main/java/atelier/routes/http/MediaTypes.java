package atelier.routes.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;

/** Types of what is published, by the ends of their names (RFC 8216, RFC 4337, IANA's register). */
final class MediaTypes {
    private static final Map<String, MediaType> BY_EXTENSION = Map.of(
            "m3u8",
            MediaType.parseMediaType("application/vnd.apple.mpegurl"),
            "m4s",
            MediaType.parseMediaType("video/iso.segment"),
            "mp4",
            MediaType.parseMediaType("video/mp4"),
            "vtt",
            new MediaType("text", "vtt", StandardCharsets.UTF_8),
            "jpg",
            MediaType.IMAGE_JPEG,
            "png",
            MediaType.IMAGE_PNG,
            "webp",
            MediaType.parseMediaType("image/webp"),
            "json",
            MediaType.APPLICATION_JSON);

    private MediaTypes() {}

    static MediaType of(String name) {
        return BY_EXTENSION.getOrDefault(name.substring(name.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM);
    }
}
