package atelier.routes.access;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.HandClock;
import atelier.processors.catalog.PlaybackKeys.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassesTest {
    private static final String PATH = "/media/mila/sunset/";

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T10:00:07Z"));
    private final Deque<Key> keys = new ArrayDeque<>();
    private final Lifetimes lifetimes = new Lifetimes(Duration.ofHours(1), clock);
    private final Passes passes = new Passes(
            keys::peek, id -> keys.stream().filter(each -> each.id() == id).findFirst(), lifetimes);

    @BeforeEach
    void aKey() {
        keys.push(new Key(1, new byte[] {1}, 0));
    }

    private Instant anHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    @Test
    void aPassHoldsForItsPathUntilItExpires() {
        String pass = passes.to(PATH, anHour());

        assertThat(passes.holds(PATH, pass)).isTrue();
        clock.advance(Duration.ofMinutes(59));
        assertThat(passes.holds(PATH, pass)).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(passes.holds(PATH, pass)).isFalse();
    }

    @Test
    void aPassHoldsForNothingElse() {
        String pass = passes.to(PATH, anHour());

        assertThat(passes.holds("/media/mila/", pass)).isFalse();
        assertThat(passes.holds("/media/mila/sunset2/", pass)).isFalse();
    }

    @Test
    void whoeverChangesAPassHasNone() {
        String pass = passes.to(PATH, anHour());
        String later =
                pass.replaceFirst("\\.\\d+\\.", "." + anHour().plusSeconds(1).getEpochSecond() + ".");

        assertThat(later).isNotEqualTo(pass);
        assertThat(passes.holds(PATH, later)).isFalse();
        assertThat(passes.holds(PATH, pass.replaceFirst("^1", "2"))).isFalse();
        assertThat(passes.holds(PATH, pass.substring(0, pass.length() - 1))).isFalse();
        assertThat(passes.holds(PATH, "")).isFalse();
    }

    @Test
    void whatAKeySignedHoldsAfterAnotherTookItsPlaceButNotAfterItIsGone() {
        String pass = passes.to(PATH, anHour());
        keys.push(new Key(2, new byte[] {2}, 0));

        assertThat(passes.to(PATH, anHour())).startsWith("2.");
        assertThat(passes.holds(PATH, pass)).isTrue();
        keys.removeLast();
        assertThat(passes.holds(PATH, pass)).isFalse();
    }

    @Test
    void aKeyTellsNobodyItsSecret() {
        assertThat(new Key(1, "secret".getBytes(java.nio.charset.StandardCharsets.UTF_8), 0).toString())
                .doesNotContain("secret", "115");
    }
}
