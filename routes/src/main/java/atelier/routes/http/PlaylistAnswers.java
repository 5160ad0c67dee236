package atelier.routes.http;

import atelier.processors.catalog.MediaAddress;
import atelier.processors.hls.Playlists;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers with published playlists, and notes who watches those that grow. */
@Component
class PlaylistAnswers {
    private static final Pattern FIXED =
            Pattern.compile(".+/editions/\\d+/(master\\.m3u8|" + MediaAddress.STORYBOARD + ")");
    private static final Pattern EDITION_MEDIA = Pattern.compile("(?<slug>.+)/editions/\\d+/[A-Z0-9-]{1,16}\\.m3u8");
    private static final Pattern SIGNED = Pattern.compile(".+(\\.m3u8|/" + MediaAddress.STORYBOARD + ")");
    private static final String FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable().getHeaderValue();
    /** Signed addresses expire: who comes again is given new ones. */
    private static final String ASK = CacheControl.noCache().cachePrivate().getHeaderValue();

    private static final String SECONDS =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic().getHeaderValue();

    private final StoredTexts texts;
    private final Seen seen;
    private final PlaybackAddresses addresses;

    PlaylistAnswers(StoredTexts texts, Seen seen, PlaybackAddresses addresses) {
        this.texts = texts;
        this.seen = seen;
        this.addresses = addresses;
    }

    /**
     * A playlist.
     *
     * @param name below {@code media/}
     */
    Optional<StoredText> find(String name) {
        return texts.find("media/" + name);
    }

    /** Answers with a playlist that was found under that name. */
    void send(String name, StoredText found, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String plain = new String(found.plain(), StandardCharsets.UTF_8);
        boolean ended = Playlists.hasEnded(plain);
        StoredText text = addresses.signed() && SIGNED.matcher(name).matches()
                ? StoredText.of(addresses.stored("media/" + name, plain).getBytes(StandardCharsets.UTF_8))
                : found;
        if (!ended) {
            watched(name);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, addresses.signed() ? ASK : lifetime(name, ended));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (new ServletWebRequest(request, response).checkNotModified(text.etag())) {
            return;
        }
        response.setContentType(MediaTypes.of(name).toString());
        byte[] content = text.plain();
        if (text.packed().isPresent() && Encodings.takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            content = text.packed().get();
        }
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }

    /** Whoever asks for a growing media playlist watches. */
    private void watched(String name) {
        Matcher media = EDITION_MEDIA.matcher(name);
        if (media.matches()) {
            seen.watches(media.group("slug"));
        }
    }

    /** A numbered multivariant playlist, its storyboard and an ended media playlist never change. Everything else may, any second. */
    private static String lifetime(String name, boolean ended) {
        return FIXED.matcher(name).matches() || ended ? FOREVER : SECONDS;
    }
}
