package atelier.routes.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Refuses a call before it reaches what would answer it, with a problem detail (RFC 9457). */
@Component
public class ProblemAnswer {
    private final ObjectMapper json;

    /** @param json writes problem details */
    public ProblemAnswer(ObjectMapper json) {
        this.json = json;
    }

    /** Nobody may keep it: the next caller may be another. */
    public void send(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
    }
}
