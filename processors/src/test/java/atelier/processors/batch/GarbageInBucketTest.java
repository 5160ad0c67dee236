package atelier.processors.batch;

import static atelier.processors.batch.Library.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.HandClock;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Plan;
import atelier.processors.s3.S3ForTests;
import atelier.processors.store.BucketPlace;
import atelier.processors.store.S3Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What nobody needs goes from a bucket as it goes from a folder. */
class GarbageInBucketTest {
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final String OLD = fingerprint("a");
    private static final String BOTH = fingerprint("b");
    private static final String NEW = fingerprint("e");
    private static final String UNKNOWN = fingerprint("f");

    private final S3Client client = S3ForTests.client();
    private final String bucket = S3ForTests.freshBucket();
    private final HandClock clock = new HandClock(Clock.systemUTC().instant());

    private List<String> keys() {
        return client.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private int uploadsUnderWay() {
        return client.listMultipartUploads(request -> request.bucket(bucket))
                .uploads()
                .size();
    }

    @Test
    void whatNobodyNeedsGoesAndWhatIsNeededStays() {
        try (S3Store store = new S3Store(client, new BucketPlace(bucket, "films"))) {
            Library library = new Library(store, clock);
            Artwork artwork = library.artwork("mila/sunset");
            Plan first = library.plan(artwork, OLD, BOTH);
            library.make(OLD, 0);
            library.make(BOTH, 0);
            library.edition(artwork, first, "sealed");
            Plan second = library.plan(artwork, NEW, BOTH);
            library.make(NEW, 0);
            library.edition(artwork, second, "sealed");
            store.put("chunks/" + UNKNOWN + "/init.mp4", new byte[3]);
            client.createMultipartUpload(request -> request.bucket(bucket).key("films/chunks/" + UNKNOWN + "/0/0.m4s"));
            clock.advance(RETENTION.plusHours(1));

            library.garbage(RETENTION).collect(true);
            assertThat(keys()).anyMatch(key -> key.contains(OLD)).anyMatch(key -> key.contains(UNKNOWN));
            assertThat(uploadsUnderWay()).isOne();

            library.garbage(RETENTION).collect(false);
            assertThat(keys())
                    .noneMatch(key -> key.contains(OLD) || key.contains(UNKNOWN) || key.contains("/editions/1/"))
                    .anyMatch(key -> key.contains(NEW))
                    .anyMatch(key -> key.contains(BOTH))
                    .anyMatch(key -> key.contains("/editions/2/"));
            assertThat(uploadsUnderWay()).isZero();
        }
    }
}
