package atelier.processors.whole;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Asked;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Place;
import atelier.processors.catalog.Places;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.work.EngineForTests;
import atelier.processors.work.Priority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Of a film of six chunks of 10 s and two segments each, in SD and HD, with sound in pieces of 30 s and six segments, on a work engine that does not run. */
class AskStepTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final int CHUNKS = 6;
    private static final String SOUND = "AU";

    private final EngineForTests tried = new EngineForTests();
    private final JdbcClient sql = JdbcClient.create(tried.database());
    private final Json json = new Json();
    private final Clock clock = Clock.systemUTC();
    private final Artworks artworks = new Artworks(sql, clock);
    private final VideoFormats formats = new VideoFormats(sql, clock);
    private final Plans plans = new Plans(sql, clock);
    private final PlannedChunks planned = new PlannedChunks(sql);
    private final Outputs outputs = new Outputs(sql, clock, json);

    @BeforeEach
    void planAFilm() {
        Artwork artwork = artworks.findOrCreate("mila/film", "film");
        long source = formats.deliver(artwork.id(), "SOURCE", "delivered", "sources/film.mp4", 1);
        long input = new Inputs(sql, clock).create(source, "sources/film.mp4", 1);
        artworks.begin(artwork.id(), input);
        Plan plan = plans.begin(artwork.id(), input, "test", "awaited");
        plan(plan, input, "SD", 20_000);
        plan(plan, input, "HD", 15_000);
        plan(plan, input, SOUND, 10_000);
        for (int number = 0; number < CHUNKS; number++) {
            span("chunks (input_id, number", input + ", " + number, "{\"timescale\":0.1}");
            span("sound_pieces (input_id, stream, number", input + ", 1, " + number, "{\"rate\":0.03333333}");
        }
    }

    /** Times count 10 s of pictures, and 30 s of sound. */
    private void span(String into, String key, String span) {
        sql.sql("INSERT INTO " + into + ", fingerprint, span) VALUES (" + key + ", '', ?)")
                .params(span)
                .update();
    }

    @AfterEach
    void stop() {
        tried.engine().close();
    }

    private void plan(Plan plan, long input, String name, int priority) {
        long format = formats.findOrCreate(plan.artworkId(), name);
        boolean sound = name.equals(SOUND);
        String recipe = sound ? "{\"kind\":\"AUDIO\",\"codec\":\"aac\"}" : "{\"kind\":\"VIDEO\",\"codec\":\"h264\"}";
        plans.add(
                plan.id(),
                new PlanRendition(
                        format, name, input, "SOURCE", OptionalInt.of(CHUNKS), recipe, "", OptionalInt.empty()));
        for (int number = 0; number < CHUNKS; number++) {
            String output = fingerprint(name, number);
            outputs.want(output, Recipe.Kind.VIDEO.name());
            tried.engine().encode(output, priority - number, "libx264");
            planned.add(
                    new PlannedChunk(
                            plan.id(),
                            format,
                            name,
                            recipe,
                            plan.artworkId(),
                            input,
                            sound ? OptionalInt.of(1) : OptionalInt.empty(),
                            number,
                            output,
                            number,
                            sound ? 6 : 2,
                            sound ? 30_000 : 10_000,
                            "",
                            "awaited",
                            OptionalInt.empty(),
                            "wanted"),
                    true);
        }
    }

    private static String fingerprint(String name, int number) {
        return (name + number + "-").repeat(20).substring(0, 64);
    }

    private AskStep after(int seconds) {
        Asked asked = new Asked(sql, Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC));
        return new AskStep(
                planned,
                new Places(sql, Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC)),
                outputs,
                artworks,
                asked,
                tried.engine(),
                json,
                Duration.ofSeconds(15),
                new TransactionTemplate(new JdbcTransactionManager(tried.database())));
    }

    private boolean ask(int seconds, String name, int chunk, int segment) {
        return after(seconds).ask(fingerprint(name, chunk), OptionalLong.of(chunk), OptionalInt.of(segment));
    }

    /** What is before all others, by chunk. */
    private Map<String, Integer> raised() {
        Map<String, Integer> raised = new TreeMap<>();
        sql.sql("SELECT task_instance, priority FROM encode_jobs WHERE priority > 20000")
                .query((row, n) -> raised.put(row.getString(1).substring(0, 3), row.getInt(2)))
                .list();
        return raised;
    }

    @Test
    void whatIsAskedForGoesFirstAndWhatFollowsItSoon() {
        assertThat(ask(0, "SD", 2, 0)).isTrue();

        assertThat(raised())
                .isEqualTo(Map.of(
                        "SD2", Priority.ASKED, "SD3", Priority.SOON, "SD4", Priority.SOON - 1, "AU0", Priority.ASKED));
    }

    @Test
    void whoeverAsksForTheLastSegmentOfAChunkNeedsTheNextOneToo() {
        assertThat(ask(0, "HD", 3, 1)).isTrue();

        assertThat(raised())
                .isEqualTo(Map.of(
                        "HD3", Priority.ASKED, "HD4", Priority.ASKED, "HD5", Priority.SOON - 1, "AU1", Priority.ASKED));
    }

    @Test
    void withPicturesTheSoundOfTheSameMomentIsRaised() {
        ask(0, "SD", 2, 1);
        assertThat(raised()).containsEntry("AU0", Priority.ASKED).doesNotContainKey("AU1");

        ask(0, "SD", 3, 0);
        assertThat(raised()).containsEntry("AU1", Priority.ASKED);
    }

    @Test
    void aPieceOfSoundIsFollowedByTheNextOneOnlyWhereLittleOfItIsLeft() {
        assertThat(ask(0, SOUND, 1, 2)).isTrue();
        assertThat(raised()).isEqualTo(Map.of("AU1", Priority.ASKED));

        ask(0, SOUND, 1, 3);
        assertThat(raised()).isEqualTo(Map.of("AU1", Priority.ASKED, "AU2", Priority.SOON));

        ask(0, SOUND, 1, 5);
        assertThat(raised()).isEqualTo(Map.of("AU1", Priority.ASKED, "AU2", Priority.ASKED));
    }

    @Test
    void whoMakesItKnowsTheFirstSegmentThatSomebodyWaitsFor() {
        Asked asked = new Asked(sql, Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC));
        assertThat(asked.awaited(fingerprint("SD", 2), Priority.ASKED)).isEmpty();

        ask(0, "SD", 2, 1);
        assertThat(asked.awaited(fingerprint("SD", 2), Priority.ASKED)).hasValue(1);
        assertThat(asked.awaited(fingerprint("SD", 3), Priority.ASKED)).hasValue(0);
        assertThat(asked.awaited(fingerprint("SD", 4), Priority.ASKED))
                .as("somebody will ask for it soon, and does not yet")
                .isEmpty();

        ask(0, "SD", 2, 0);
        assertThat(asked.awaited(fingerprint("SD", 2), Priority.ASKED)).hasValue(0);
        ask(0, "SD", 2, 1);
        assertThat(asked.awaited(fingerprint("SD", 2), Priority.ASKED)).hasValue(0);
    }

    @Test
    void whenNobodyAsksAnyMoreAllFallsBack() {
        ask(0, "SD", 2, 0);
        ask(15, "SD", 4, 0);

        after(21).forget();

        assertThat(raised()).isEqualTo(Map.of("SD4", Priority.ASKED, "SD5", Priority.SOON, "AU1", Priority.ASKED));
        after(36).forget();
        assertThat(raised()).isEmpty();
        assertThat(sql.sql("SELECT priority FROM encode_jobs WHERE task_instance = ?")
                        .params(fingerprint("SD", 2))
                        .query(Integer.class)
                        .single())
                .isEqualTo(19_998);
    }

    @Test
    void manyWhoAskAtOnceForWhatOverlapsAreAllHeard() throws Exception {
        List<Callable<Boolean>> askers = IntStream.range(0, 300)
                .<Callable<Boolean>>mapToObj(asker -> () ->
                        ask(asker % 10, asker % 2 == 0 ? "SD" : "HD", (7 * asker) % CHUNKS, asker % 3 == 0 ? 1 : 0))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> heard : threads.invokeAll(askers)) {
                assertThat(heard.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatFailedOrIsPlannedByNobodyIsNotWaitedFor() {
        outputs.failed(fingerprint("SD", 1), "broken");

        assertThat(ask(0, "SD", 1, 0)).isFalse();
        assertThat(after(0).ask("0".repeat(64), OptionalLong.of(0), OptionalInt.of(0)))
                .isFalse();
        assertThat(raised()).isEmpty();
    }

    @Test
    void whatIsNotReadYetIsRememberedUntilItIsKnownWhatItIs() {
        long plan = artworks.find("mila/film").orElseThrow().planId().orElseThrow();
        PlannedChunk chunk = planned.needing(fingerprint("HD", 3)).orElseThrow();
        sql.sql("DELETE FROM rendition_chunks WHERE fingerprint = ?")
                .params(fingerprint("HD", 3))
                .update();
        Places places = new Places(sql, clock);
        String unread = "b".repeat(64);
        places.add(plan, List.of(place(chunk, 3, unread), place(chunk, 4, "c".repeat(64))));

        assertThat(ask(unread)).isTrue();
        assertThat(ask("c".repeat(64)))
                .as("of what is planned no place is listed")
                .isFalse();
        assertThat(places.asked(plan)).extracting(each -> each.place().number()).containsExactly(3);
        assertThat(raised()).isEmpty();

        planned.add(chunk, true);
        assertThat(places.asked(plan)).isEmpty();
        assertThat(ask(unread)).isTrue();
        assertThat(raised()).containsEntry("HD3", Priority.ASKED);
    }

    private boolean ask(String name) {
        return after(0).ask(name, OptionalLong.of(3), OptionalInt.of(0));
    }

    private static Place place(PlannedChunk like, int number, String name) {
        return new Place(like.planId(), like.formatId(), number, name, OptionalInt.empty(), number, 10_000, "{}");
    }

    @Test
    void whatIsMadeIsWaitedForOnlyWhereItIsMovedInTime() {
        outputs.made(fingerprint("SD", 1), 1, Duration.ZERO, "", "libx264");
        outputs.place(fingerprint("SD", 1), 7);

        assertThat(ask(0, "SD", 1, 0)).isTrue();
        outputs.place(fingerprint("SD", 1), 1);
        assertThat(ask(0, "SD", 1, 0)).isFalse();
    }
}
