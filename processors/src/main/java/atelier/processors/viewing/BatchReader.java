package atelier.processors.viewing;

import atelier.processors.viewing.PlaybackEvent.Type;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what players tell. Anybody can send anything: what makes no sense is refused, and what is out of bounds is bounded. */
public final class BatchReader {
    /** Most bytes that are read. */
    public static final int MOST_BYTES = 16 << 10;

    private static final int MOST_EVENTS = 100;
    private static final int LONGEST_SLUG = 700;
    private static final double LONGEST_FILM = 360_000;
    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Set<String> CAUSES = Set.of("edition", "chosen", "auto", "network", "media", "other");

    private final ObjectMapper json = new ObjectMapper();

    /**
     * Reads a batch.
     *
     * @throws BadBatchException where it is none
     */
    public PlaybackBatch read(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new BadBatchException("More than " + MOST_BYTES + " bytes at once.");
        }
        JsonNode root = parsed(body);
        String session = root.path("session").asText();
        String slug = root.path("slug").asText();
        if (!SESSION.matcher(session).matches()) {
            throw new BadBatchException("The session is no name of 8 to 64 letters, digits and '-'.");
        }
        if (slug.isEmpty() || slug.length() > LONGEST_SLUG) {
            throw new BadBatchException("There is no slug.");
        }
        JsonNode events = root.path("events");
        if (!events.isArray() || events.size() > MOST_EVENTS) {
            throw new BadBatchException("There is no list of at most " + MOST_EVENTS + " events.");
        }
        return new PlaybackBatch(session, slug, events(events));
    }

    private JsonNode parsed(byte[] body) {
        try {
            JsonNode root = json.readTree(body);
            return root == null ? json.missingNode() : root;
        } catch (IOException e) {
            throw new BadBatchException("This is no JSON.");
        }
    }

    /** A newer player may tell of what is not known here: that is passed over. */
    private static List<PlaybackEvent> events(JsonNode events) {
        List<PlaybackEvent> known = new ArrayList<>();
        double watched = 0;
        for (JsonNode each : events) {
            Optional<Type> type = type(each.path("type").asText());
            if (type.isEmpty()) {
                continue;
            }
            double value = type.get().bounded(each.path("value").asDouble());
            if (type.get() == Type.WATCHED) {
                // However often it is told: of one batch no more than one event may hold.
                value = Math.min(value, Type.WATCHED.bounded(Double.MAX_VALUE) - watched);
                watched += value;
            }
            known.add(new PlaybackEvent(type.get(), position(each), value, cause(each)));
        }
        return known;
    }

    private static Optional<Type> type(String text) {
        return Arrays.stream(Type.values())
                .filter(each -> each.text().equals(text))
                .findFirst();
    }

    private static double position(JsonNode event) {
        double at = event.path("at").asDouble();
        return Double.isFinite(at) ? Math.max(0, Math.min(at, LONGEST_FILM)) : 0;
    }

    private static String cause(JsonNode event) {
        String cause = event.path("cause").asText();
        return CAUSES.contains(cause) ? cause : "";
    }
}
