package atelier.processors.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final long GIGABYTE = 1_000_000_000;

    private final AtomicLong store = new AtomicLong(10 * GIGABYTE);
    private final AtomicLong work = new AtomicLong(10 * GIGABYTE);
    private Optional<String> away = Optional.empty();
    private final Admission admission = new Admission(
            List.of(
                    new Admission.Room("the store", 1, store::get),
                    new Admission.Room("the work folder", 2, work::get)),
            GIGABYTE,
            Duration.ZERO,
            () -> away);

    @Test
    void whatFitsIsLetIn() {
        assertThat(admission.shortage()).isEmpty();
        admission.admit("a", 4 * GIGABYTE).close();
    }

    @Test
    void whatWouldNotLeaveTheFloorFreeWaitsAndSaysWhatFor() {
        work.set(8 * GIGABYTE);

        assertThatThrownBy(() -> admission.admit("a", 4 * GIGABYTE))
                .isInstanceOf(PostponedException.class)
                .hasMessage("room on the disk of the work folder: 8.0 GB are free, 1.0 GB are kept free"
                        + " (atelier.work.floor), and running and new work may need 8.0 GB");
    }

    @Test
    void whatRunsIsReckonedWithUntilItEnds() {
        Admission.Place running = admission.admit("a", 3 * GIGABYTE);

        assertThatThrownBy(() -> admission.admit("b", 3 * GIGABYTE)).isInstanceOf(PostponedException.class);
        running.close();

        admission.admit("b", 3 * GIGABYTE).close();
    }

    @Test
    void whatIsDoneAlongIsReckonedWithToo() {
        admission.admit("a", 2 * GIGABYTE);
        assertThat(admission.admitAlong("b", 3 * GIGABYTE)).isEmpty();

        Admission.Place along = admission.admitAlong("b", 2 * GIGABYTE).orElseThrow();

        assertThatThrownBy(() -> admission.admit("c", GIGABYTE)).isInstanceOf(PostponedException.class);
        along.close();
        admission.admit("c", GIGABYTE).close();
    }

    @Test
    void belowTheFloorNothingNewBeginsHoweverSmall() {
        store.set(GIGABYTE - 1);

        assertThat(admission.shortage())
                .hasValueSatisfying(
                        why -> assertThat(why).startsWith("room on the disk of the store: 999 MB are free"));
        assertThatThrownBy(() -> admission.admit("a", 0)).isInstanceOf(PostponedException.class);
    }

    @Test
    void workGoesOnWhenThereIsRoomAgain() {
        store.set(0);
        assertThatThrownBy(() -> admission.admit("a", 1)).isInstanceOf(PostponedException.class);

        store.set(2 * GIGABYTE);

        admission.admit("a", 1).close();
    }

    @Test
    void whileNothingCanBeStoredNothingNewBegins() {
        away = Optional.of("It cannot be reached.");

        assertThat(admission.obstacle()).hasValue("the store: It cannot be reached.");
        assertThat(admission.shortage()).isEmpty();
        assertThatThrownBy(() -> admission.admit("a", 0))
                .isInstanceOf(PostponedException.class)
                .hasMessage("the store: It cannot be reached.");

        away = Optional.empty();
        admission.admit("a", 0).close();
    }
}
