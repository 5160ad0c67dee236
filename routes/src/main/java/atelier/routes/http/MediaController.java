package atelier.routes.http;

import atelier.processors.catalog.Demands;
import atelier.processors.mp4.JoinedMp4;
import atelier.processors.publish.JoinedRendition;
import atelier.processors.publish.JoinedRenditions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /media}: playlists, and whole renditions joined on the fly. */
@Controller
class MediaController {
    private static final Logger LOG = LoggerFactory.getLogger(MediaController.class);
    private static final Pattern WHOLE = Pattern.compile("(?<slug>.+)/(?<rendition>[A-Z0-9-]{1,16})\\.mp4");

    private final PlaylistAnswers playlists;
    private final JoinedRenditions renditions;
    private final Demands demands;

    MediaController(PlaylistAnswers playlists, JoinedRenditions renditions, Demands demands) {
        this.demands = demands;
        this.playlists = playlists;
        this.renditions = renditions;
    }

    @GetMapping("/media/{*path}")
    void media(@PathVariable String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = path.substring(1);
        Matcher whole = WHOLE.matcher(name);
        if (whole.matches()) {
            JoinedRendition rendition = renditions
                    .find(whole.group("slug"), whole.group("rendition"))
                    .orElseThrow(() -> new NotFoundException("finished rendition", name));
            count(whole.group("slug"), request);
            whole(rendition, request, response);
            return;
        }
        StoredText playlist = playlists.find(name).orElseThrow(() -> new NotFoundException("playlist", name));
        playlists.send(name, playlist, request, response);
    }

    /** Of one that is fetched in parts, the first. Nobody is kept from it because it cannot be counted. */
    private void count(String slug, HttpServletRequest request) {
        String range = request.getHeader(HttpHeaders.RANGE);
        if (request.getMethod().equals("GET") && (range == null || range.startsWith("bytes=0-"))) {
            try {
                demands.downloaded(slug);
            } catch (DataAccessException e) {
                LOG.warn("A download of {} could not be counted: {}", slug, e.getMessage());
            }
        }
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
}
