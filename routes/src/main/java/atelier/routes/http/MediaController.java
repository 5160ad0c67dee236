package atelier.routes.http;

import atelier.processors.catalog.Audience;
import atelier.processors.hls.Playlists;
import atelier.processors.publish.JoinedRenditions;
import atelier.processors.store.Store;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** {@code /media}: playlists, and whole renditions joined on the fly. */
@Controller
class MediaController {
    private static final Logger LOG = LoggerFactory.getLogger(MediaController.class);
    private static final Pattern WHOLE = Pattern.compile("(?<slug>.+)/(?<rendition>[A-Z0-9]{1,16})\\.mp4");
    private static final Pattern EDITION_MASTER = Pattern.compile(".+/editions/\\d+/master\\.m3u8");
    private static final Pattern EDITION_MEDIA = Pattern.compile("(?<slug>.+)/editions/\\d+/[A-Z0-9]{1,16}\\.m3u8");
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl SECONDS =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

    private final Store store;
    private final JoinedRenditions renditions;
    private final Audience audience;

    MediaController(Store store, JoinedRenditions renditions, Audience audience) {
        this.store = store;
        this.renditions = renditions;
        this.audience = audience;
    }

    @GetMapping("/media/{*path}")
    void media(@PathVariable String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = path.substring(1);
        Matcher whole = WHOLE.matcher(name);
        if (whole.matches()) {
            new RangedAnswer(request, response)
                    .send(renditions
                            .find(whole.group("slug"), whole.group("rendition"))
                            .orElseThrow(() -> new NotFoundException("finished rendition", name)));
            return;
        }
        byte[] content = read("media/" + name).orElseThrow(() -> new NotFoundException("playlist", name));
        boolean ended = Playlists.hasEnded(new String(content, StandardCharsets.UTF_8));
        if (!ended) {
            watched(name);
        }
        // Weak, so that the server may compress it.
        String etag = "W/\"" + DigestUtils.md5DigestAsHex(content) + "\"";
        response.setHeader("Cache-Control", lifetime(name, ended).getHeaderValue());
        if (new ServletWebRequest(request, response).checkNotModified(etag)) {
            return;
        }
        response.setContentType(MediaTypes.of(name).toString());
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private Optional<byte[]> read(String key) {
        return StoredResource.find(store, key).map(resource -> {
            try (InputStream stream = resource.getInputStream()) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Whoever asks for a growing media playlist watches. They are served, too, while the database is away. */
    private void watched(String name) {
        Matcher media = EDITION_MEDIA.matcher(name);
        if (media.matches()) {
            try {
                audience.seen(media.group("slug"));
            } catch (DataAccessException e) {
                LOG.warn("It could not be recorded that somebody watches {}: {}", media.group("slug"), e.getMessage());
            }
        }
    }

    /** A numbered multivariant playlist and an ended media playlist never change. Everything else may, any second. */
    private static CacheControl lifetime(String name, boolean ended) {
        return EDITION_MASTER.matcher(name).matches() || ended ? FOREVER : SECONDS;
    }
}
