package atelier.routes.http;

import atelier.config.Role;
import atelier.processors.node.OwnNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A node that does not serve answers for its health and metrics alone. */
@Component
class ServingNodesOnly extends OncePerRequestFilter {
    private final OwnNode own;

    ServingNodesOnly(OwnNode own) {
        this.own = own;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return own.does(Role.SERVE) || request.getRequestURI().startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.sendError(
                HttpStatus.NOT_FOUND.value(), "This node does not serve pages. Ask one that has the role serve.");
    }
}
