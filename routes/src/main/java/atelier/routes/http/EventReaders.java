package atelier.routes.http;

import atelier.processors.catalog.Access;
import atelier.processors.catalog.ArtworkView;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.notify.MissedChanges;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** All who read events, and what they are told. */
final class EventReaders {

    private final ArtworkChanges changes;
    private final MissedChanges missed;
    private final ObjectMapper json;
    private final PlaybackAddresses addresses;
    private final Clock clock;
    private final Set<EventReader> readers = ConcurrentHashMap.newKeySet();
    private final Consumer<ArtworkView> listener = this::tellAll;

    EventReaders(
            ArtworkChanges changes, MissedChanges missed, ObjectMapper json, PlaybackAddresses addresses, Clock clock) {
        this.changes = changes;
        this.missed = missed;
        this.json = json;
        this.addresses = addresses;
        this.clock = clock;
    }

    int count() {
        return readers.size();
    }

    /**
     * Tells a reader what happens from now on, and before that what it missed.
     *
     * @param last the last event that it heard; none: it was not here before
     */
    void add(EventReader reader, Optional<String> last) {
        synchronized (readers) {
            if (readers.isEmpty()) {
                changes.listen(listener);
            }
            readers.add(reader);
        }
        // First of all what it hears in any case: so a page knows that it is heard.
        tell(reader, message("", ""));
        last.ifPresent(id -> resume(reader, id));
    }

    void remove(EventReader reader) {
        synchronized (readers) {
            if (readers.remove(reader) && readers.isEmpty()) {
                changes.stop(listener);
            }
        }
    }

    /** Keeps proxies from closing quiet connections, finds readers that are gone, and says to the others how far they are. */
    void keepAlive() {
        tellAll(message("", ""));
    }

    /** Lets go of all: a stopping server waits for no connection that never ends. */
    void close() {
        readers.forEach(reader -> {
            remove(reader);
            reader.close();
        });
    }

    private void resume(EventReader reader, String last) {
        Optional<List<Long>> changed = instant(last).flatMap(missed::since);
        if (changed.isPresent()) {
            changed.get().forEach(id -> changes.tell(id, view -> tell(reader, view)));
        } else {
            tell(reader, message("reset", "{}"));
        }
    }

    /** Nothing where it is none of ours. */
    private Optional<Instant> instant(String id) {
        if (!id.matches("\\d{1,15}")) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(id)))
                .filter(at -> !at.isAfter(clock.instant().plusSeconds(60)));
    }

    private EventMessage artwork(ArtworkView view) {
        try {
            return message("artwork", json.writeValueAsString(addresses.open(view)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An artwork could not be written as JSON.", e);
        }
    }

    private EventMessage message(String name, String data) {
        return new EventMessage(Long.toString(clock.millis()), name, data);
    }

    /** Those who may see all are told the same. */
    private void tellAll(ArtworkView view) {
        EventMessage whole = artwork(view);
        readers.forEach(reader -> {
            if (reader.access().equals(Access.ALL)) {
                tell(reader, whole);
            } else {
                tell(reader, view);
            }
        });
    }

    private void tell(EventReader reader, ArtworkView view) {
        if (reader.access().allows(view.slug())) {
            tell(reader, artwork(reader.access().seen(view)));
        }
    }

    private void tellAll(EventMessage message) {
        readers.forEach(reader -> tell(reader, message));
    }

    private void tell(EventReader reader, EventMessage message) {
        if (!reader.offer(message)) {
            // Too slow. It comes back, and is told what it missed.
            remove(reader);
            reader.close();
        }
    }
}
