package atelier.routes.http;

import atelier.processors.catalog.ArtworkView;
import atelier.processors.notify.ArtworkChanges;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code /api/events}: each change of an artwork as a server-sent event. */
@RestController
@EnableScheduling
class EventsController {
    private static final int MOST_WAITING = 1000;

    private final Map<SseEmitter, BlockingQueue<ArtworkView>> readers = new ConcurrentHashMap<>();

    EventsController(ArtworkChanges changes) {
        changes.listen(view -> readers.values().forEach(queue -> queue.offer(view)));
    }

    @GetMapping("/api/events")
    SseEmitter events() throws IOException {
        SseEmitter emitter = new SseEmitter(0L);
        emitter.onCompletion(() -> readers.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> readers.remove(emitter));
        emitter.send(SseEmitter.event().comment("hello").reconnectTime(2000));
        readers.put(emitter, new LinkedBlockingQueue<>(MOST_WAITING));
        return emitter;
    }

    /** Sends on a thread of its own, so that a slow reader keeps no work waiting. */
    @Scheduled(fixedDelay = 100)
    void send() {
        readers.forEach((emitter, queue) -> {
            for (ArtworkView view = queue.poll(); view != null; view = queue.poll()) {
                send(emitter, SseEmitter.event().name("artwork").data(view, MediaType.APPLICATION_JSON));
            }
        });
    }

    /** Keeps proxies from closing a quiet connection, and finds readers that are gone. */
    @Scheduled(fixedDelay = 15_000)
    void keepAlive() {
        readers.keySet().forEach(emitter -> send(emitter, SseEmitter.event().comment("alive")));
    }

    private void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            readers.remove(emitter);
            emitter.completeWithError(e);
        }
    }
}
