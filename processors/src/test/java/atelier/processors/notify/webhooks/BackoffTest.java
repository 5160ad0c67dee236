package atelier.processors.notify.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void theNextTryComesSoonAtFirst() {
        assertThat(Backoff.after(1, 7).orElseThrow()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
    }

    @Test
    void itIsTriedOverHoursAndThenGivenUp() {
        Duration all = IntStream.rangeClosed(1, 9)
                .mapToObj(attempts -> Backoff.after(attempts, 7).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofHours(12), Duration.ofHours(24));
        assertThat(Backoff.after(10, 7)).isEqualTo(Optional.empty());
    }

    @Test
    void thoseOfDifferentDeliveriesDoNotAllComeAtOnce() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(id -> Backoff.after(4, id).orElseThrow())
                        .distinct())
                .hasSizeGreaterThan(15);
    }
}
