package atelier.routes.http;

import atelier.processors.hls.Playlists;
import atelier.processors.mp4.JoinedMp4;
import atelier.processors.publish.JoinedRendition;
import atelier.processors.publish.JoinedRenditions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** {@code /media}: playlists, and whole renditions joined on the fly. */
@Controller
class MediaController {
    private static final Pattern WHOLE = Pattern.compile("(?<slug>.+)/(?<rendition>[A-Z0-9]{1,16})\\.mp4");
    private static final Pattern EDITION_MASTER = Pattern.compile(".+/editions/\\d+/master\\.m3u8");
    private static final Pattern EDITION_MEDIA = Pattern.compile("(?<slug>.+)/editions/\\d+/[A-Z0-9]{1,16}\\.m3u8");
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl SECONDS =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

    private final StoredObjects objects;
    private final JoinedRenditions renditions;
    private final Seen seen;

    MediaController(StoredObjects objects, JoinedRenditions renditions, Seen seen) {
        this.objects = objects;
        this.renditions = renditions;
        this.seen = seen;
    }

    @GetMapping("/media/{*path}")
    void media(@PathVariable String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = path.substring(1);
        Matcher whole = WHOLE.matcher(name);
        if (whole.matches()) {
            whole(
                    renditions
                            .find(whole.group("slug"), whole.group("rendition"))
                            .orElseThrow(() -> new NotFoundException("finished rendition", name)),
                    request,
                    response);
            return;
        }
        byte[] content = objects.read("media/" + name).orElseThrow(() -> new NotFoundException("playlist", name));
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

    private static void whole(JoinedRendition rendition, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline()
                        .filename(rendition.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        new RangedAnswer(request, response)
                .send(new Joined(rendition.file()), "video/mp4", "\"" + rendition.sha256() + "\"");
    }

    /** A whole rendition, which lies nowhere as one file. */
    private record Joined(JoinedMp4 joined) implements Sendable {
        @Override
        public long size() {
            return joined.size();
        }

        @Override
        public void writeTo(OutputStream out, long from, long to) throws IOException {
            joined.writeTo(out, from, to);
        }
    }

    /** Whoever asks for a growing media playlist watches. */
    private void watched(String name) {
        Matcher media = EDITION_MEDIA.matcher(name);
        if (media.matches()) {
            seen.watches(media.group("slug"));
        }
    }

    /** A numbered multivariant playlist and an ended media playlist never change. Everything else may, any second. */
    private static CacheControl lifetime(String name, boolean ended) {
        return EDITION_MASTER.matcher(name).matches() || ended ? FOREVER : SECONDS;
    }
}
