package atelier.processors.batch;

import static atelier.processors.batch.Library.fingerprint;
import static atelier.processors.batch.Library.playlist;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.HandClock;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlanHistory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody needs any more goes; nothing else does. */
class GarbageTest {
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final String OLD = fingerprint("01d");
    private static final String BOTH = fingerprint("b");
    private static final String NEW = fingerprint("e");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Clock.systemUTC().instant());
    private Library library;
    private Artwork artwork;
    private Plan first;

    /** A film in two chunks, the first of which is then made anew. */
    @BeforeEach
    void publishTwice() {
        library = new Library(folder, clock);
        artwork = library.artwork("mila/sunset");
        first = library.plan(artwork, OLD, BOTH);
        library.make(OLD, 0);
        library.make(BOTH, 0);
        library.edition(artwork, first, "sealed");
        clock.advance(Duration.ofDays(30));
        Plan second = library.plan(artwork, NEW, BOTH);
        library.make(NEW, 0);
        library.edition(artwork, second, "sealed");
    }

    private GarbageReport collect() {
        return library.garbage(RETENTION).collect(false);
    }

    private static List<String> kinds(GarbageReport report) {
        return report.items().stream().map(GarbageItem::kind).toList();
    }

    private List<PlanHistory.Entry> history() {
        return library.history.page(artwork.id(), 0, 10);
    }

    @Test
    void whatWasSupersededALittleWhileAgoStays() {
        clock.advance(RETENTION.minusHours(1));

        GarbageReport report = collect();

        assertThat(report.items()).isEmpty();
        assertThat(library.isMade(OLD)).isTrue();
        assertThat(library.isStored(playlist(artwork, 1))).isTrue();
    }

    @Test
    void aSupersededEditionGoesWithWhatItAloneConsistsOf() {
        clock.advance(RETENTION.plusHours(1));

        GarbageReport report = collect();

        assertThat(kinds(report)).containsExactly("edition", "output");
        assertThat(report.outputs()).isEqualTo(1);
        assertThat(report.editions()).isEqualTo(1);
        assertThat(report.bytes()).isGreaterThan(1000);
        assertThat(library.outputs.find(OLD)).isEmpty();
        assertThat(folder.resolve(MediaAddress.ofOutput(OLD))).doesNotExist();
        assertThat(folder.resolve("media/mila/sunset/editions/1")).doesNotExist();
    }

    @Test
    void whatIsPublishedNowStaysWhole() {
        clock.advance(RETENTION.plusDays(1000));

        collect();

        for (String each : List.of(BOTH, NEW)) {
            assertThat(library.isMade(each)).isTrue();
            assertThat(library.check().check(each, true)).isEmpty();
        }
        assertThat(library.isStored(playlist(artwork, 2))).isTrue();
        assertThat(library.editions.current(artwork.id()).orElseThrow().number())
                .isEqualTo(2);
    }

    @Test
    void aDryRunTellsTheSameAndRemovesNothing() {
        clock.advance(RETENTION.plusHours(1));

        GarbageReport dry = library.garbage(RETENTION).collect(true);

        assertThat(dry.dryRun()).isTrue();
        assertThat(library.isMade(OLD)).isTrue();
        assertThat(library.isStored(playlist(artwork, 1))).isTrue();
        assertThat(collect())
                .usingRecursiveComparison()
                .ignoringFields("dryRun")
                .isEqualTo(dry);
        assertThat(collect().items()).isEmpty();
    }

    @Test
    void theHistoryOfPlansKeepsItsFigures() {
        List<PlanHistory.Entry> before = history();
        assertThat(before.get(1).needed()).isEqualTo(2);
        assertThat(before.get(1).cpuSeconds()).isEqualTo(6.0);
        clock.advance(RETENTION.plusHours(1));

        collect();

        assertThat(library.planned.of(first.id())).isEmpty();
        assertThat(history()).isEqualTo(before);
    }

    @Test
    void anEditionThatStillGrowsStays() {
        Artwork growing = library.artwork("growing");
        Plan plan = library.plan(growing, OLD);
        library.edition(growing, plan, "followed");
        library.edition(growing, plan, "growing");
        clock.advance(RETENTION.plusHours(1));

        assertThat(kinds(collect())).containsExactly("edition");

        assertThat(library.isStored(playlist(growing, 1))).isTrue();
        assertThat(library.isMade(OLD)).as("needed by another artwork").isTrue();
    }

    @Test
    void whatAJobNeedsStays() {
        library.sql
                .sql("INSERT INTO encode_jobs (task_name, task_instance, picked, version) VALUES ('encode', ?, 0, 1)")
                .params(OLD)
                .update();
        clock.advance(RETENTION.plusHours(1));

        assertThat(kinds(collect())).containsExactly("edition");

        assertThat(library.isMade(OLD)).isTrue();
    }

    @Test
    void aPlanThatWasGivenUpBeforeItWasPublishedGoesToo() {
        Plan refused = library.plan(artwork, fingerprint("f"));
        library.plans.follow(artwork.id(), refused.id() - 1);
        clock.advance(RETENTION.plusHours(1));

        collect();

        assertThat(library.planned.of(refused.id())).isEmpty();
        assertThat(library.outputs.find(fingerprint("f"))).isEmpty();
    }

    @Test
    void thePlanThatIsFollowedStaysThoughNothingOfItIsPublished() {
        Plan begun = library.plan(artwork, fingerprint("f"));
        clock.advance(RETENTION.plusDays(1000));

        collect();

        assertThat(library.planned.of(begun.id())).hasSize(1);
        assertThat(library.isMade(NEW)).as("what is published meanwhile").isTrue();
    }
}
