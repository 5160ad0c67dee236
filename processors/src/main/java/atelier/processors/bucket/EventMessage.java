package atelier.processors.bucket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads messages about objects that were put: S3 event notifications (also MinIO's and Ceph's), those that came through an SNS
 * topic, and EventBridge's. Everything else says nothing of interest.
 *
 * <p>Forms: <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">notifications</a>,
 * <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge</a>.
 */
final class EventMessage {
    private static final String TOPIC = "Notification";
    private static final String EVENT_BRIDGE = "Object Created";
    private static final int DEEPEST = 50;

    private final ObjectMapper mapper = JsonMapper.builder().build();

    EventMessage() {
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    /**
     * What was put.
     *
     * @return nothing for test events, deletions and the like
     * @throws UnreadableEventException if it is no message of a known form
     */
    List<Announcement> read(String message) {
        JsonNode root = parse(message);
        if (TOPIC.equals(text(root, "Type")) && root.path("Message").isTextual()) {
            root = parse(text(root, "Message"));
        }
        if (root.path("Records").isArray()) {
            return records(root.path("Records"));
        }
        if (root.has("detail-type")) {
            return EVENT_BRIDGE.equals(text(root, "detail-type"))
                    ? announcement(
                            root.path("detail").path("bucket"),
                            text(root.path("detail").path("object"), "key"))
                    : List.of();
        }
        if (root.path("Event").isTextual()) {
            return List.of(); // s3:TestEvent, sent when the notifications are set up
        }
        throw new UnreadableEventException("it is of no known form", null);
    }

    private static List<Announcement> records(JsonNode records) {
        List<Announcement> found = new ArrayList<>();
        for (JsonNode each : records) {
            String name = text(each, "eventName").replaceFirst("^s3:", "");
            if (name.startsWith("ObjectCreated:")) {
                JsonNode s3 = each.path("s3");
                decoded(text(s3.path("object"), "key"))
                        .ifPresent(key -> found.addAll(announcement(s3.path("bucket"), key)));
            }
        }
        return found;
    }

    private static List<Announcement> announcement(JsonNode bucket, String key) {
        String name = text(bucket, "name");
        return name.isEmpty() || key.isEmpty() ? List.of() : List.of(new Announcement(name, key));
    }

    /** As HTML forms are: a plus is a space. Once only: the key may itself look encoded. */
    private static Optional<String> decoded(String key) {
        try {
            return Optional.of(URLDecoder.decode(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private JsonNode parse(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException("it is not JSON", e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
