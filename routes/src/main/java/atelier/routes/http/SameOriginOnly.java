package atelier.routes.http;

import atelier.config.AtelierProperties;
import atelier.routes.access.ProblemAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Calls that change something are not taken from pages of other origins: a browser sends some of them without asking first,
 * and Atelier on a person's own machine cannot tell the page from the person. There the page's own name must be the machine's, too: a
 * page from elsewhere can have its name lead here once it is loaded (DNS rebinding), and is then of one origin with us.
 */
@Component
class SameOriginOnly extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** RFC 6761, 6.3, and addresses, which no name service gives out. */
    private static final Pattern OWN_NAMES = Pattern.compile("localhost|.+\\.localhost|[0-9.]+|\\[[0-9a-fA-F:.]+]");

    private final ProblemAnswer problems;
    private final boolean anyName;

    SameOriginOnly(ProblemAnswer problems, AtelierProperties properties) {
        this.problems = problems;
        this.anyName = properties.access().byToken() || properties.access().open();
    }

    /** What players tell changes no artwork; whose pages may tell is decided by {@code atelier.http.allowed-origins}. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals("/api/playback");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            problems.send(
                    response,
                    HttpStatus.FORBIDDEN,
                    "Changes are taken from Atelier's own pages only. If this is one of them, under another name than localhost: start"
                            + " Atelier with a sign-in (atelier.access.issuer), or with atelier.access.open=true.");
        }
    }

    /** Programs other than browsers send no origin. */
    private boolean isOwn(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        try {
            URI page = URI.create(origin);
            return page.getHost() != null
                    && page.getAuthority().equals(request.getHeader("Host"))
                    && (anyName || OWN_NAMES.matcher(page.getHost()).matches());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
