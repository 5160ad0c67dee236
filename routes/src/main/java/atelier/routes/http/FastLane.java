package atelier.routes.http;

import atelier.config.Role;
import atelier.processors.node.OwnNode;
import atelier.processors.store.StoreException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Answers what players ask for all the time, segments and playlists that are there, before all else that a request goes through
 * but the gate: most of what an answer would cost. What is not there, and anything unusual, goes the usual way, with the same answer.
 */
@Component
@Order(AccessGate.ORDER + 1)
class FastLane extends OncePerRequestFilter {
    private static final String CHUNKS = "/chunks/";
    private static final String MEDIA = "/media/";
    private static final Pattern SEGMENT =
            Pattern.compile("/chunks/[0-9a-f]{64}/(\\d{1,18}/\\d{1,6}\\.m4s|[a-z0-9]+\\.[a-z0-9]+)");

    /** No name of the store begins with a dot, and none leads upwards. */
    private static final Pattern UNUSUAL = Pattern.compile("(^|/)(\\.|/|$)|[\\\\;\\x00-\\x1f]");

    private final ChunkAnswers chunks;
    private final PlaylistAnswers playlists;
    private final CmcdReader cmcd;
    private final boolean serves;
    private final Origins origins;

    FastLane(ChunkAnswers chunks, PlaylistAnswers playlists, CmcdReader cmcd, OwnNode own, Origins origins) {
        this.chunks = chunks;
        this.playlists = playlists;
        this.cmcd = cmcd;
        this.serves = own.does(Role.SERVE);
        this.origins = origins;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String method = request.getMethod();
        String path = request.getRequestURI();
        return !serves
                || !(method.equals("GET") || method.equals("HEAD"))
                || !(path.startsWith(CHUNKS) || path.startsWith(MEDIA) && path.endsWith(".m3u8"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!answered(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** A store that is away is the usual way's to explain. */
    private boolean answered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        try {
            return path.startsWith(CHUNKS) ? segment(path, request, response) : playlist(path, request, response);
        } catch (StoreException e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            return false;
        }
    }

    private boolean segment(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SEGMENT.matcher(path).matches()) {
            return false;
        }
        Optional<StoredObject> found = chunks.find(path.substring(1));
        if (found.isEmpty()) {
            return false;
        }
        cmcd.hear(request);
        if (allowed("/chunks/**", request, response)) {
            chunks.send(found.get(), request, response);
        }
        return true;
    }

    private boolean playlist(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = decoded(path.substring(MEDIA.length()));
        Optional<StoredText> found = UNUSUAL.matcher(name).find() ? Optional.empty() : playlists.find(name);
        if (found.isEmpty()) {
            return false;
        }
        if (allowed("/media/**", request, response)) {
            playlists.send(name, found.get(), request, response);
        }
        return true;
    }

    private boolean allowed(String rule, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        return origins.allow(rule, request, response);
    }

    /** Nothing that is a playlist's name, where it cannot be decoded. */
    private static String decoded(String path) {
        try {
            return UriUtils.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
