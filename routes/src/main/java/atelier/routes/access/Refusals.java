package atelier.routes.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says what is wrong with a token, or that nobody can say so now. */
final class Refusals extends OncePerRequestFilter implements AuthenticationEntryPoint {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final ProblemAnswer problems;

    Refusals(ProblemAnswer problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        problems.send(
                response,
                HttpStatus.UNAUTHORIZED,
                "The token is expired, not yet valid, not meant for this, or of another issuer. Get a new one.");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (AuthenticationServiceException e) {
            LOG.warn("A call was answered with 503: {}", e.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            problems.send(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The issuer of tokens does not answer now. Try again in a moment.");
        }
    }
}
