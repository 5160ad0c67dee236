package atelier.processors.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Bucket;
import atelier.config.Bucket.After;
import atelier.processors.bucket.WatchedBucket.OwnPlace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WatchedBucketsTest {

    private static Bucket bucket(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("", Bucket.class);
    }

    private static WatchedBuckets watched(Bucket bucket, OwnPlace... own) {
        return WatchedBuckets.of(List.of(bucket), List.of(own));
    }

    @Test
    void onlyANameIsNeeded() {
        assertThat(bucket(Map.of("name", "studio")))
                .isEqualTo(new Bucket("studio", "", "", Duration.ZERO, After.LEAVE, "taken/", "rejected/"));
    }

    @Test
    void aBucketWithAQueueIsListedNowAndThenOnly() {
        assertThat(bucket(Map.of("name", "studio")).interval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(bucket(Map.of("name", "studio", "queue", "https://queue/films"))
                        .interval())
                .isEqualTo(Duration.ofHours(1));
        assertThat(bucket(Map.of("name", "studio", "poll", "3s")).interval()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aPrefixIsAFolder() {
        WatchedBucket watched =
                watched(bucket(Map.of("name", "studio", "prefix", "in"))).all().get(0);

        assertThat(watched.nameOf("in/mila/sunset.mp4")).contains("mila/sunset.mp4");
        assertThat(watched.nameOf("interview.mp4")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store/chunks/1.m4s", "taken/sunset.mp4", "rejected/sunset.mp4.txt"})
    void whatIsPutThereByUsIsNoDelivery(String key) {
        WatchedBuckets watched =
                watched(bucket(Map.of("name", "studio", "after", "move")), new OwnPlace("studio", "store/"));

        assertThat(watched.of("studio", key)).isEmpty();
        assertThat(watched.of("studio", "sunset.mp4")).isPresent();
    }

    @Test
    void whereNothingIsMovedFoldersMayBeCalledAsTheyWill() {
        WatchedBuckets watched = watched(bucket(Map.of("name", "studio")), new OwnPlace("other", ""));

        assertThat(watched.of("studio", "taken/sunset.mp4")).isPresent();
    }

    @Test
    void theStoreItselfCannotBeDeliveredTo() {
        assertThatThrownBy(() -> watched(bucket(Map.of("name", "studio", "prefix", "in")), new OwnPlace("studio", "")))
                .hasMessageContaining("atelier.store.bucket");
    }

    @Test
    void whatIsMovedMustNotComeBack() {
        assertThatThrownBy(() -> new Bucket("studio", "in", "", Duration.ZERO, After.MOVE, "in", "rejected"))
                .hasMessageContaining("taken/");
        assertThatThrownBy(() -> watched(new Bucket("studio", "", "", Duration.ZERO, After.MOVE, "done", "done")))
                .hasMessageContaining("different ones");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "studio/in"})
    void aBucketNeedsAName(String name) {
        assertThatThrownBy(() -> new Bucket(name, "", "", Duration.ZERO, After.LEAVE, "", ""))
                .hasMessageContaining("atelier.buckets[].name");
    }
}
