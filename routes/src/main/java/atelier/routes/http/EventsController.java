package atelier.routes.http;

import atelier.processors.catalog.Access;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.notify.MissedChanges;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code /api/events}: each change of an artwork as a server-sent event. */
@RestController
@EnableScheduling
class EventsController implements DisposableBean {
    private static final int MOST_READERS = 2000;
    private static final int MOST_WAITING = 256;

    /** Fewer than can wait, so that telling them lets go of nobody. */
    private static final int MOST_MISSED = 200;

    /** Sending takes no time, but to a reader that does not read: it keeps a thread until the connection is given up. */
    private static final int SENDERS = 64;

    private static final long RECONNECT_MILLIS = 2000;

    private final EventReaders readers;
    private final ExecutorService senders = new ThreadPoolExecutor(
            0, SENDERS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> new Thread(task, "events"));

    EventsController(
            ArtworkChanges changes, JdbcClient sql, ObjectMapper json, PlaybackAddresses addresses, Clock clock) {
        readers = new EventReaders(changes, new MissedChanges(sql, MOST_MISSED), json, addresses, clock);
    }

    /**
     * @param last the last event that was heard: browsers say it when they come back
     * @param lastEventId the same, for those who cannot set headers
     */
    @GetMapping("/api/events")
    ResponseEntity<SseEmitter> events(
            @RequestHeader(name = "Last-Event-ID", required = false) String last,
            @RequestParam(required = false) String lastEventId,
            @RequestAttribute(AccessGate.ACCESS) Access access)
            throws java.io.IOException {
        if (readers.count() >= MOST_READERS) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", "10")
                    .build();
        }
        SseEmitter emitter = new SseEmitter(0L);
        EventReader reader = new EventReader(emitter, senders, MOST_WAITING, access);
        emitter.onCompletion(() -> readers.remove(reader));
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> readers.remove(reader));
        emitter.send(SseEmitter.event().comment("hello").reconnectTime(RECONNECT_MILLIS));
        readers.add(reader, Optional.ofNullable(last).or(() -> Optional.ofNullable(lastEventId)));
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                // nginx would gather events before it passes them on.
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    @Scheduled(fixedDelay = 15_000)
    void keepAlive() {
        readers.keepAlive();
    }

    /** Before the server begins to wait for the end of what it answers. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        readers.close();
    }

    @Override
    public void destroy() {
        senders.shutdownNow();
    }
}
