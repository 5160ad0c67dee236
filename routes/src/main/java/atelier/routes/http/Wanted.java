package atelier.routes.http;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** What a request is about, as far as it matters who may have it. What is not named here is for those who manage. */
sealed interface Wanted {

    /** Nothing that is anybody's: pages, what they consist of, and whether the process is up. */
    record Page() implements Wanted {}

    /** Something of all artworks that the caller may see: whoever answers leaves out the others. */
    record Artworks() implements Wanted {}

    /** @param slug of the artwork, or what begins with it */
    record Artwork(String slug) implements Wanted {}

    /**
     * Playlists and files of an artwork.
     *
     * @param slug of it
     */
    record Media(String slug) implements Wanted {}

    /**
     * What is stored of an output.
     *
     * @param folder path of all that is stored of it, with a slash at its end
     */
    record Chunk(String folder) implements Wanted {}

    /** Changes, and what lies behind the scenes. */
    record Managing() implements Wanted {}

    /** A path that could be read in more than one way. */
    record Unclear() implements Wanted {}

    Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    Pattern UNCLEAR = Pattern.compile("(^|/)\\.{1,2}(/|$)|//|[\\\\\\x00-\\x1f]");
    Pattern MEDIA = Pattern.compile("/media/(?<slug>.+?)/(editions/\\d+/)?[^/]+");
    Pattern WHOLE = Pattern.compile("/whole/(?<slug>.+)/\\d+/[^/]+");
    Pattern CHUNK = Pattern.compile("(?<folder>/chunks/[^/]+/).*");
    Pattern ARTWORK = Pattern.compile("/api/(artworks|viewing)/(?<slug>.+)");
    Pattern UP = Pattern.compile("/actuator/health/(liveness|readiness)");
    Set<String> LISTS = Set.of("/api/artworks", "/api/events", "/api/playback");

    /**
     * Of a request.
     *
     * @param uri its path, as it was sent
     */
    static Wanted of(String method, String uri) {
        String path = decoded(uri);
        if (uri.indexOf(';') >= 0 || UNCLEAR.matcher(path).find()) {
            return new Unclear();
        }
        if (path.startsWith("/api") || path.startsWith("/actuator")) {
            return ofApi(method, path);
        }
        if (path.startsWith("/chunks/")) {
            Matcher chunk = CHUNK.matcher(path);
            return chunk.matches() ? new Chunk(chunk.group("folder")) : new Page();
        }
        if (path.startsWith("/media") || path.startsWith("/whole")) {
            Matcher media = (path.startsWith("/media") ? MEDIA : WHOLE).matcher(path);
            return media.matches() ? new Media(media.group("slug")) : new Managing();
        }
        return new Page();
    }

    private static Wanted ofApi(String method, String path) {
        if (LISTS.contains(path)) {
            return new Artworks();
        }
        Matcher artwork = ARTWORK.matcher(path);
        if (artwork.matches() && READING.contains(method)) {
            return new Artwork(artwork.group("slug"));
        }
        return UP.matcher(path).matches() ? new Page() : new Managing();
    }

    /** What cannot be decoded is nobody's. */
    private static String decoded(String uri) {
        try {
            return UriUtils.decode(uri, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "//";
        }
    }
}
