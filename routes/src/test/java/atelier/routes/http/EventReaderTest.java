package atelier.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.Access;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A reader of events, with the thread that sends in the hands of the test. */
class EventReaderTest {
    private final List<String> sent = new ArrayList<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean gone;
    private boolean completed;

    private final SseEmitter emitter = new SseEmitter(0L) {
        @Override
        public void send(SseEventBuilder event) throws IOException {
            if (gone) {
                throw new IOException("Gone.");
            }
            StringBuilder text = new StringBuilder();
            event.build().forEach(part -> text.append(part.getData()));
            sent.add(text.toString());
        }

        @Override
        public synchronized void complete() {
            completed = true;
        }
    };
    private final EventReader reader = new EventReader(emitter, tasks::add, 2, Access.ALL);

    private static EventMessage message(String name) {
        return new EventMessage("7", name, "{}");
    }

    @Test
    void messagesAreSentInOrderByOneThreadAtATime() {
        reader.offer(message("a"));
        reader.offer(message("b"));

        assertThat(tasks).hasSize(1);
        tasks.pop().run();
        assertThat(sent).containsExactly("id:7\nevent:a\ndata:{}\n\n", "id:7\nevent:b\ndata:{}\n\n");
    }

    @Test
    void aHeartbeatSaysHowFarTheReaderIsAndIsNoEvent() {
        reader.offer(new EventMessage("8", "", ""));

        tasks.pop().run();

        assertThat(sent).containsExactly("id:8\n:alive\n\n");
    }

    @Test
    void aReaderThatDoesNotReadIsToldFromWhenItsQueueIsFull() {
        assertThat(reader.offer(message("a"))).isTrue();
        assertThat(reader.offer(message("b"))).isTrue();

        assertThat(reader.offer(message("c"))).isFalse();
    }

    @Test
    void whoIsLetGoOfIsSentNothingMoreAndClosedByTheSender() {
        reader.offer(message("a"));
        reader.close();

        assertThat(completed).isFalse();
        tasks.pop().run();
        assertThat(sent).isEmpty();
        assertThat(completed).isTrue();
    }

    @Test
    void whoIsGoneIsSentNothingMore() {
        gone = true;
        reader.offer(message("a"));
        tasks.pop().run();

        reader.offer(message("b"));

        assertThat(tasks).isEmpty();
    }
}
