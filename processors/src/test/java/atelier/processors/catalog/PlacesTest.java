package atelier.processors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.HandClock;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.index.ChunkSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A film of which two chunks and a piece of sound are listed by their places. */
class PlacesTest {
    private static final OptionalInt ANY = OptionalInt.empty();
    private static final String SPAN = new Json()
            .write(new ChunkSpan(
                    0, 0, 12_800, 25, 12_800, 0, 12_800, 512, 512, List.of(0L, 4608L), List.of(0L, 4608L)));
    private static final String FIRST = name('1');
    private static final String SECOND = name('2');
    private static final String SOUND = name('5');
    private static final String OUTPUT = name('f');

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());
    private final Places places = new Places(sql, clock);
    private final Plans plans = new Plans(sql, clock);
    private final Timelines timelines = new Timelines(sql, new Json());
    private final Outputs outputs = new Outputs(sql, clock, new Json());
    private Plan plan;
    private long input;
    private long pictures;

    @BeforeEach
    void listAFilm() {
        Artworks artworks = new Artworks(sql, clock);
        VideoFormats formats = new VideoFormats(sql, clock);
        long artwork = artworks.findOrCreate("mila/film", "film").id();
        input = new Inputs(sql, clock)
                .create(formats.deliver(artwork, "SOURCE", "delivered", "sources/film.mp4", 1), "sources/film.mp4", 1);
        artworks.begin(artwork, input);
        plan = plans.begin(artwork, input, "test", "awaited");
        pictures = rendition(formats.findOrCreate(artwork, "SD"), "SD");
        long sound = rendition(formats.findOrCreate(artwork, "AUDIO"), "AUDIO");
        plans.follow(artwork, plan.id());
        places.add(
                plan.id(),
                List.of(
                        place(pictures, 0, FIRST, OptionalInt.empty()),
                        place(pictures, 1, SECOND, OptionalInt.empty()),
                        place(sound, 0, SOUND, OptionalInt.of(1))));
    }

    private long rendition(long format, String name) {
        plans.add(
                plan.id(),
                new PlanRendition(format, name, input, "SOURCE", OptionalInt.of(2), "{}", "", OptionalInt.empty()));
        return format;
    }

    private Place place(long format, int number, String name, OptionalInt stream) {
        return new Place(plan.id(), format, number, name, stream, number * 10_000L, 10_000, SPAN);
    }

    private static String name(char digit) {
        return String.valueOf(digit).repeat(64);
    }

    /** It has been read what lies at the second place. */
    private void planTheSecond() {
        outputs.want(OUTPUT, "VIDEO");
        sql.sql("INSERT INTO chunks (input_id, number, fingerprint, span) VALUES (?, 1, '', ?)")
                .params(input, SPAN)
                .update();
        new PlannedChunks(sql)
                .add(
                        new PlannedChunk(
                                plan.id(),
                                pictures,
                                "SD",
                                "{}",
                                plan.artworkId(),
                                input,
                                OptionalInt.empty(),
                                1,
                                OUTPUT,
                                10_000,
                                2,
                                10_000,
                                "",
                                "awaited",
                                OptionalInt.empty(),
                                "wanted"),
                        true);
    }

    private List<String> asked() {
        return places.asked(plan.id()).stream().map(each -> each.place().name()).toList();
    }

    @Test
    void picturesAreReadFirstAndOfTheseWhatWasAskedForLast() {
        Stream.of(FIRST, SECOND, SOUND).forEach(each -> {
            assertThat(places.ask(each, ANY)).isTrue();
            clock.advance(Duration.ofSeconds(1));
        });

        assertThat(asked()).containsExactly(SECOND, FIRST, SOUND);
    }

    @Test
    void theFirstSegmentThatSomebodyWaitsForIsKnown() {
        Stream.of(ANY, OptionalInt.of(2), OptionalInt.of(1), OptionalInt.of(3), ANY)
                .forEach(segment -> places.ask(SECOND, segment));

        assertThat(places.asked(plan.id())).extracting(Places.Wish::segment).containsExactly(OptionalInt.of(1));
    }

    @Test
    void whatWasAskedForIsAwaitedUntilItIsMade() {
        assertThat(places.isAwaited(plan.id())).isFalse();
        places.ask(SECOND, ANY);
        assertThat(places.isAwaited(plan.id())).isTrue();

        planTheSecond();
        assertThat(asked()).isEmpty();
        assertThat(places.isAwaited(plan.id())).isTrue();
        assertThat(places.fingerprint(SECOND)).contains(OUTPUT);

        outputs.made(OUTPUT, 1, Duration.ZERO, "8", "libx264");
        assertThat(places.isAwaited(plan.id())).isFalse();
    }

    @Test
    void nobodyWaitsForWhatCannotBeMade() {
        places.ask(SECOND, ANY);
        planTheSecond();
        outputs.failed(OUTPUT, "no picture");

        assertThat(places.isAwaited(plan.id())).isFalse();
    }

    @Test
    void ofAListingThatIsTakenBackNothingStays() {
        places.ask(SECOND, ANY);
        planTheSecond();

        places.retract(plan.id(), input, Set.of(1), Set.of());

        assertThat(places.ask(SECOND, ANY)).isFalse();
        assertThat(places.fingerprint(SECOND)).isEmpty();
        assertThat(rows("places")).isZero();
        assertThat(rows("rendition_chunks")).isZero();
        assertThat(rows("chunks")).isZero();
    }

    @Test
    void whatIsTakenBackIsGoneAndThePlanHasAnotherAddress() {
        places.retract(plan.id(), input, Set.of(), Set.of());
        assertThat(plans.find(plan.artworkId(), plan.number())).isEmpty();
        assertThat(plans.find(plan.artworkId(), plan.number() + 1).map(Plan::id))
                .contains(plan.id());
    }

    @Test
    void nothingFollowsWhatIsListedWhereThePlacesReachToTheEnd() {
        assertThat(timelines.listing(plan.id(), "SD").chunks()).hasSize(2);
        assertThat(timelines.listing(plan.id(), "SD").toItsEnd()).isFalse();

        plans.listed(plan.id());
        assertThat(timelines.listing(plan.id(), "SD").toItsEnd()).isTrue();
        assertThat(timelines.listing(plan.id(), "HD").toItsEnd())
                .as("of a rendition without places")
                .isFalse();

        places.retract(plan.id(), input, Set.of(), Set.of());
        planTheSecond();
        assertThat(timelines.listing(plan.id(), "SD").toItsEnd()).isFalse();
    }

    @Test
    void whatIsPlannedHasAlreadyItsOwnName() {
        planTheSecond();
        sql.sql("DELETE FROM places").update();

        places.add(
                plan.id(),
                List.of(
                        place(pictures, 0, FIRST, OptionalInt.empty()),
                        place(pictures, 1, SECOND, OptionalInt.empty())));

        assertThat(places.ask(FIRST, ANY)).isTrue();
        assertThat(places.ask(SECOND, ANY)).isFalse();
    }

    private long rows(String table) {
        return sql.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }
}
