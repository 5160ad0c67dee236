package atelier.processors.bucket;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * What becomes of an object in its bucket, once what it is for is recorded: it is left, moved or tagged. Done again after a
 * crash, with the same end.
 */
public final class Originals {
    private static final String TAG = "atelier";

    private final S3Client client;
    private final Clock clock;
    private final ObjectMove move;

    /** @param client reaches the buckets */
    public Originals(S3Client client, Clock clock) {
        this(client, clock, ObjectMove.LARGEST_COPY);
    }

    /** @param largestCopy up to how many bytes an object is copied by one request */
    Originals(S3Client client, Clock clock, long largestCopy) {
        this.client = client;
        this.clock = clock;
        this.move = new ObjectMove(client, largestCopy);
    }

    /**
     * Moves or tags an object, unless it was replaced: then it is not what was taken.
     *
     * @param version of which the outcome is
     * @param refusal why it was refused, if it was
     * @return what it is from now on, where it stays: on some servers a tag gives it another date
     * @throws BucketException if that cannot be done now
     */
    ObjectVersion settle(WatchedBucket bucket, RemoteObject object, ObjectVersion version, Optional<String> refusal) {
        try {
            return switch (bucket.settings().after()) {
                case LEAVE -> version;
                case MOVE -> {
                    move(bucket, object, version, refusal);
                    yield version;
                }
                case TAG -> {
                    tag(object, refusal.isPresent() ? "rejected" : "taken");
                    yield object.look().filter(version::hasSameContent).orElse(version);
                }
            };
        } catch (SdkException e) {
            throw BucketException.of(object.text(), e);
        }
    }

    private void move(WatchedBucket bucket, RemoteObject object, ObjectVersion version, Optional<String> refusal) {
        String folder = refusal.isPresent()
                ? bucket.settings().rejected()
                : bucket.settings().taken();
        String target = bucket.moved(folder, object.key());
        // First: who finds the object finds the reason.
        refusal.ifPresent(why -> client.putObject(
                request ->
                        request.bucket(object.bucket()).key(target + ".txt").contentType("text/plain; charset=utf-8"),
                RequestBody.fromString(note(object, why))));
        move.move(object, version, target);
    }

    private String note(RemoteObject object, String why) {
        return """
                %s was not taken.

                Why, and what to do: %s
                When: %s

                The object itself is unchanged and lies beside this note. Nothing else was affected.
                """.formatted(object.key(), why, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The tags that it has stay. */
    private void tag(RemoteObject object, String value) {
        try {
            List<Tag> tags = new ArrayList<>(client.getObjectTagging(
                            request -> request.bucket(object.bucket()).key(object.key()))
                    .tagSet());
            tags.removeIf(tag -> tag.key().equals(TAG));
            tags.add(Tag.builder().key(TAG).value(value).build());
            client.putObjectTagging(
                    request -> request.bucket(object.bucket()).key(object.key()).tagging(set -> set.tagSet(tags)));
        } catch (S3Exception e) {
            if (e.statusCode() != 404) {
                throw e;
            }
        }
    }
}
