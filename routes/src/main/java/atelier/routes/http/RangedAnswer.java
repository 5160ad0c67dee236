package atelier.routes.http;

import atelier.routes.http.Ranges.Part;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers with all of some bytes, with one range of them, or with several (RFC 9110, section 14). */
final class RangedAnswer {
    private static final String SENDFILE = "org.apache.tomcat.sendfile.";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    RangedAnswer(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /**
     * Sends what was asked for.
     *
     * @param etag strong, with its quotes
     */
    void send(Sendable content, String type, String etag) throws IOException {
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (new ServletWebRequest(request, response).checkNotModified(etag)) {
            return;
        }
        Ranges ranges = Ranges.of(range(etag), content.size());
        if (ranges instanceof Ranges.None) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + content.size());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        } else if (ranges instanceof Ranges.Some some && some.parts().size() > 1) {
            several(content, type, some.parts());
        } else if (ranges instanceof Ranges.Some some) {
            Part part = some.parts().get(0);
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(HttpHeaders.CONTENT_RANGE, contentRange(part, content));
            one(content, type, part);
        } else {
            one(content, type, new Part(0, content.size()));
        }
    }

    /** A range is meant for one version: with another {@code If-Range}, the whole is sent. */
    private String range(String etag) {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        boolean another = condition != null && !condition.equals(etag);
        // On anything but GET it has no meaning.
        return another || !request.getMethod().equals("GET") ? null : request.getHeader(HttpHeaders.RANGE);
    }

    private void one(Sendable content, String type, Part part) throws IOException {
        response.setContentType(type);
        response.setContentLengthLong(part.length());
        if (isHead()) {
            return;
        }
        Optional<Path> file = content.file();
        if (file.isPresent() && part.length() > 0 && canSendFiles()) {
            request.setAttribute(SENDFILE + "filename", file.get().toString());
            request.setAttribute(SENDFILE + "start", part.from());
            request.setAttribute(SENDFILE + "end", part.to());
        } else {
            content.writeTo(response.getOutputStream(), part.from(), part.to());
        }
    }

    private boolean canSendFiles() {
        return Boolean.TRUE.equals(request.getAttribute(SENDFILE + "support"))
                && request.getDispatcherType() != DispatcherType.ASYNC;
    }

    private void several(Sendable content, String type, List<Part> parts) throws IOException {
        String boundary = UUID.randomUUID().toString();
        byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        List<byte[]> heads = parts.stream()
                .map(part -> head(boundary, type, contentRange(part, content)))
                .toList();
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setContentType("multipart/byteranges; boundary=" + boundary);
        response.setContentLengthLong(
                heads.stream().mapToLong(head -> head.length).sum()
                        + parts.stream().mapToLong(Part::length).sum()
                        + end.length);
        OutputStream out = response.getOutputStream();
        for (int number = 0; number < parts.size(); number++) {
            out.write(heads.get(number));
            content.writeTo(out, parts.get(number).from(), parts.get(number).to());
        }
        out.write(end);
    }

    private static byte[] head(String boundary, String type, String range) {
        String text = "\r\n--" + boundary + "\r\nContent-Type: " + type + "\r\nContent-Range: " + range + "\r\n\r\n";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String contentRange(Part part, Sendable content) {
        return "bytes " + part.from() + "-" + (part.to() - 1) + "/" + content.size();
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }
}
