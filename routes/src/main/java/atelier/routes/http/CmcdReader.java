package atelier.routes.http;

import atelier.processors.viewing.Cmcd;
import atelier.processors.viewing.CmcdTally;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Adds up what players say with their requests for segments (CMCD), in headers or in the query. What makes no sense is not heard. */
@Component
class CmcdReader extends OncePerRequestFilter {
    private static final String QUERY = "CMCD=";
    private static final List<String> HEADERS = List.of("CMCD-Request", "CMCD-Object", "CMCD-Status", "CMCD-Session");

    private final CmcdTally tally;

    CmcdReader(CmcdTally tally) {
        this.tally = tally;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/chunks/") || request.getDispatcherType() != DispatcherType.REQUEST;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        hear(request);
        chain.doFilter(request, response);
    }

    /** Hears what a request says. */
    void hear(HttpServletRequest request) {
        Cmcd.read(said(request)).ifPresent(tally::add);
    }

    private static String said(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && query.contains(QUERY)) {
            return Stream.of(query.split("&"))
                    .filter(each -> each.startsWith(QUERY))
                    .map(each -> decoded(each.substring(QUERY.length())))
                    .findFirst()
                    .orElse("");
        }
        return HEADERS.stream().map(request::getHeader).filter(Objects::nonNull).collect(Collectors.joining(","));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
