package atelier.routes.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/**
 * An answer that has begun before there is anything to answer with. Its steps come from several threads. Subtitles and parts of segments
 * cannot be begun so: of these nothing is sent.
 */
final class HeldAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(HeldAnswer.class);

    /** Shaka Player takes fewer bytes than 16,000 for none, and breaks off after 10 s without any. */
    private static final int NOTICED = 16_384;

    /** A free-space box (ISO/IEC 14496-12, 8.1.2), which readers of segments pass over. */
    private static final byte[] NOTHING = ByteBuffer.allocate(NOTICED)
            .putInt(NOTICED)
            .put("free".getBytes(StandardCharsets.US_ASCII))
            .array();

    /** What is asked for falls back 20 s after it was asked for last: at two seconds a breath, that is often enough. */
    private static final int BREATHS_BEFORE_ASKING_AGAIN = 5;

    private final AsyncContext waiting;
    private final Runnable askAgain;
    private final boolean silent;
    private int breaths;
    private boolean begun;
    private boolean over;

    /** @param askAgain so that what is waited for stays before all else */
    HeldAnswer(AsyncContext waiting, Runnable askAgain) {
        this.waiting = waiting;
        this.askAgain = askAgain;
        HttpServletRequest request = (HttpServletRequest) waiting.getRequest();
        this.silent = request.getRequestURI().endsWith(".vtt")
                || request.getHeader(HttpHeaders.RANGE) != null
                || request.getHeader(HttpHeaders.IF_NONE_MATCH) != null;
    }

    /** Sends all that goes before a segment. */
    synchronized void begin(Origins origins) {
        if (silent || over) {
            return;
        }
        try {
            if (isAllowed(origins)) {
                send();
            } else {
                over = true;
                waiting.complete();
            }
        } catch (IOException e) {
            leave(e);
        }
    }

    private boolean isAllowed(Origins origins) throws IOException {
        HttpServletRequest request = (HttpServletRequest) waiting.getRequest();
        HttpServletResponse response = (HttpServletResponse) waiting.getResponse();
        boolean allowed = origins.allow("/chunks/**", request, response);
        if (allowed) {
            response.setContentType(MediaTypes.of(request.getRequestURI()).toString());
            // These are not the bytes that are stored, and they must not be gathered on their way.
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader("X-Accel-Buffering", "no");
        }
        return allowed;
    }

    /** Sends a sign of life; false where nobody needs more of them. */
    synchronized boolean breathe() {
        try {
            if (!over && begun) {
                send();
            }
        } catch (IOException e) {
            leave(e);
        }
        if (!over && ++breaths % BREATHS_BEFORE_ASKING_AGAIN == 0) {
            askAgain.run();
        }
        return !over;
    }

    /** Goes on where segments are served. */
    synchronized void end() {
        if (!over) {
            over = true;
            waiting.dispatch();
        }
    }

    private void send() throws IOException {
        waiting.getResponse().getOutputStream().write(NOTHING);
        waiting.getResponse().flushBuffer();
        begun = true;
    }

    private void leave(IOException why) {
        LOG.debug("Whoever was held is gone.", why);
        over = true;
        waiting.complete();
    }
}
