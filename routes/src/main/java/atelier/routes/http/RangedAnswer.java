package atelier.routes.http;

import atelier.processors.publish.JoinedRendition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers with a whole rendition or one range of it (RFC 9110, section 14). Of several ranges, the whole is sent. */
final class RangedAnswer {
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    RangedAnswer(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    void send(JoinedRendition rendition) throws IOException {
        String etag = "\"" + rendition.sha256() + "\"";
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=0, must-revalidate");
        if (new ServletWebRequest(request, response).checkNotModified(etag)) {
            return;
        }
        response.setContentType("video/mp4");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline()
                        .filename(rendition.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        long size = rendition.file().size();
        List<HttpRange> ranges = ranges(etag);
        if (ranges.size() != 1) {
            write(rendition, 0, size);
            return;
        }
        long from = Math.min(ranges.get(0).getRangeStart(size), size);
        if (from >= size) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        long last = ranges.get(0).getRangeEnd(size);
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + last + "/" + size);
        write(rendition, from, last + 1);
    }

    /** A range is meant for one version of the file: with another {@code If-Range}, the whole is sent. */
    private List<HttpRange> ranges(String etag) {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (condition != null && !condition.equals(etag)) {
            return List.of();
        }
        try {
            return HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private void write(JoinedRendition rendition, long from, long to) throws IOException {
        response.setContentLengthLong(to - from);
        if (!request.getMethod().equals("HEAD")) {
            rendition.file().writeTo(response.getOutputStream(), from, to);
        }
    }
}
