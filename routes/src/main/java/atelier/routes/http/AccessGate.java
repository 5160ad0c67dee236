package atelier.routes.http;

import atelier.config.AtelierProperties;
import atelier.processors.catalog.Access;
import atelier.routes.access.AccessPolicy;
import atelier.routes.access.Passes;
import atelier.routes.access.ProblemAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for every request, before anything answers it, whether whoever asks may have that. Where playback is signed, media is for
 * those with a pass; who bears a token needs none for playlists and files of what they may see.
 */
@Component
@Order(AccessGate.ORDER)
class AccessGate extends OncePerRequestFilter {
    /** Behind what finds out who calls. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    /** The attribute of a request in which it stands what its caller may see. */
    static final String ACCESS = "atelier.access";

    private final AccessPolicy policy;
    private final Passes passes;
    private final Origins origins;
    private final ProblemAnswer problems;
    private final boolean signed;

    AccessGate(
            AccessPolicy policy, Passes passes, Origins origins, ProblemAnswer problems, AtelierProperties properties) {
        this.policy = policy;
        this.passes = passes;
        this.origins = origins;
        this.problems = problems;
        this.signed = properties.signsPlayback();
    }

    /** A browser that asks whether it may ask bears no token. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Wanted wanted = Wanted.of(request.getMethod(), request.getRequestURI());
        Optional<Access> access = policy.of(Optional.ofNullable(request.getUserPrincipal()));
        if (wanted instanceof Wanted.Page || allows(wanted, access, request)) {
            access.ifPresent(it -> request.setAttribute(ACCESS, it));
            chain.doFilter(request, response);
        } else if (origins.allow(request, response)) {
            refuse(wanted, access, request, response);
        }
    }

    private boolean allows(Wanted wanted, Optional<Access> access, HttpServletRequest request) {
        if (wanted instanceof Wanted.Artwork artwork) {
            return access.filter(it -> it.allows(artwork.slug())).isPresent();
        }
        if (wanted instanceof Wanted.Media media) {
            boolean pass = signed && hasPass(PlaybackAddresses.ofArtwork(media.slug()), request);
            boolean token = !signed || request.getUserPrincipal() != null;
            return pass || token && access.filter(it -> it.allows(media.slug())).isPresent();
        }
        if (wanted instanceof Wanted.Chunk chunk) {
            return !signed || hasPass(chunk.folder(), request);
        }
        if (wanted instanceof Wanted.Artworks) {
            return access.isPresent();
        }
        boolean manages = access.filter(Access::manages).isPresent();
        return wanted instanceof Wanted.Unclear ? manages && !signed : manages;
    }

    private boolean hasPass(String path, HttpServletRequest request) {
        String pass = request.getParameter(Passes.PARAMETER);
        return pass != null && passes.holds(path, pass);
    }

    private void refuse(
            Wanted wanted, Optional<Access> access, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean passed = request.getParameter(Passes.PARAMETER) != null;
        if (access.isEmpty() && !passed && !(wanted instanceof Wanted.Chunk)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.send(response, HttpStatus.UNAUTHORIZED, "Say who you are, with a token: Authorization: Bearer …");
            return;
        }
        problems.send(response, HttpStatus.FORBIDDEN, why(wanted));
    }

    private static String why(Wanted wanted) {
        if (wanted instanceof Wanted.Media || wanted instanceof Wanted.Chunk) {
            return "This address is not signed, was signed for something else, or has expired. Ask for the artwork again:"
                    + " GET /api/artworks/…/stream.";
        }
        return wanted instanceof Wanted.Managing
                ? "This is for those who manage. The token has not the scope for it."
                : "This is another owner's.";
    }
}
