package atelier.routes.http;

import atelier.processors.catalog.Access;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One who reads events. What is not sent yet waits in a queue of bounded length: who is too slow for it is let go of, comes back,
 * and is told what it missed.
 */
final class EventReader {
    private final SseEmitter emitter;
    private final Executor senders;
    private final Access access;
    private final BlockingQueue<EventMessage> waiting;
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile boolean closed;

    /** @param access what they may hear of */
    EventReader(SseEmitter emitter, Executor senders, int most, Access access) {
        this.access = access;
        this.emitter = emitter;
        this.senders = senders;
        this.waiting = new ArrayBlockingQueue<>(most);
    }

    Access access() {
        return access;
    }

    /** Leaves a message to be sent; never waits. False where the reader is too slow. */
    boolean offer(EventMessage message) {
        boolean taken = waiting.offer(message);
        send();
        return taken;
    }

    /** Ends the connection, once what is being sent is sent or given up; never waits for that. */
    void close() {
        closed = true;
        waiting.clear();
        send();
    }

    private void send() {
        if ((closed || !waiting.isEmpty()) && sending.compareAndSet(false, true)) {
            try {
                senders.execute(this::sendAll);
            } catch (RejectedExecutionException e) {
                // All senders are at readers that do not read. The next message tries again.
                sending.set(false);
            }
        }
    }

    private void sendAll() {
        try {
            for (EventMessage next = waiting.poll(); next != null && !closed; next = waiting.poll()) {
                emitter.send(event(next));
            }
        } catch (IOException | IllegalStateException e) {
            // It is gone. The container tells those who asked for it, and ends the connection itself.
            return;
        }
        if (closed) {
            emitter.complete();
            return;
        }
        sending.set(false);
        // What came between the last look and this.
        send();
    }

    private static SseEventBuilder event(EventMessage message) {
        SseEventBuilder event = SseEmitter.event().id(message.id());
        if (message.data().isEmpty()) {
            return event.comment("alive");
        }
        return event.name(message.name()).data(message.data());
    }
}
