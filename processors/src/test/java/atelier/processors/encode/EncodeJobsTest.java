package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Home;
import atelier.config.Recipe;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Asked;
import atelier.processors.catalog.Audience;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Sounds;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.Ladder;
import atelier.processors.probe.Colour;
import atelier.processors.probe.Geometry;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Timing;
import atelier.processors.probe.VideoStream;
import atelier.processors.sources.FolderSources;
import atelier.processors.work.Claim;
import atelier.processors.work.Priority;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of a film of four chunks of 10 s, in SD and HD. */
class EncodeJobsTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LEAD = Duration.ofSeconds(15);
    private static final int CHUNKS = 4;
    private static final Recipe SD = Recipes.SD;
    private static final Recipe HD = new Recipe(
            SD.kind(),
            "source",
            SD.policy(),
            1920,
            1080,
            false,
            "h264",
            "veryfast",
            21,
            6000,
            48_000,
            2,
            3,
            "",
            1,
            0,
            0);

    private final JdbcClient sql = JdbcClient.create(DatabaseForTests.freshCatalogue());
    private final Json json = new Json();
    private final Audience audience = new Audience(sql, CLOCK, LEAD);
    private final Asked asked = new Asked(sql, CLOCK);
    private final Artworks artworks = new Artworks(sql, CLOCK);
    private final VideoFormats formats = new VideoFormats(sql, CLOCK);
    private final Inputs inputs = new Inputs(sql, CLOCK);
    private final Chunks chunks = new Chunks(sql, json);
    private final PlannedChunks planned = new PlannedChunks(sql);
    private final Set<String> stalled = new HashSet<>();
    private final EncodeJobs jobs = new EncodeJobs(
            new Home(Path.of("/atelier")),
            new FolderSources(new Home(Path.of("/atelier"))),
            new Ladder(Map.of("SD", SD, "HD", HD)),
            new Plans(sql, CLOCK),
            planned,
            inputs,
            artworks,
            chunks,
            new Sounds(sql, json),
            json,
            4,
            audience,
            asked,
            stalled::contains);

    private Plan plan;
    private long input;

    @BeforeEach
    void planAFilm() {
        Artwork artwork = artworks.findOrCreate("mila/film", "film");
        long source = formats.deliver(artwork.id(), "SOURCE", "delivered", "sources/film.mp4", 1);
        input = inputs.create(source, "sources/film.mp4", 1);
        artworks.begin(artwork.id(), input);
        inputs.media(input, json.write(film(1920, 1080)));
        plan = new Plans(sql, CLOCK).begin(artwork.id(), input, "test", "awaited");
        for (int number = 0; number < CHUNKS; number++) {
            chunks.add(input, List.of(new IndexedChunk(number, fingerprint("SOURCE", number), span(number))));
        }
        plan("SD", SD);
        plan("HD", HD);
    }

    private void plan(String name, Recipe recipe) {
        long format = formats.findOrCreate(plan.artworkId(), name);
        String text = json.write(recipe);
        new Plans(sql, CLOCK)
                .add(
                        plan.id(),
                        new PlanRendition(
                                format, name, input, "SOURCE", OptionalInt.of(1), text, "", OptionalInt.empty()));
        for (int number = 0; number < CHUNKS; number++) {
            String output = fingerprint(name, number);
            new Outputs(sql, CLOCK, json).want(output, "VIDEO");
            planned.add(
                    new PlannedChunk(
                            plan.id(),
                            format,
                            name,
                            text,
                            plan.artworkId(),
                            input,
                            OptionalInt.empty(),
                            number,
                            output,
                            0,
                            250,
                            900_000,
                            "",
                            "awaited",
                            OptionalInt.empty(),
                            "wanted"),
                    true);
        }
    }

    private static String fingerprint(String name, int number) {
        return String.format("%64s", Integer.toHexString((name + number).hashCode()))
                .replace(' ', '0');
    }

    private static ChunkSpan span(int number) {
        long start = number * 125_000L;
        long ticks = number * 900_000L;
        return new ChunkSpan(
                start, start, start + 125_000, 250, 90_000, ticks, 900_000, 3600, 3600, List.of(), List.of());
    }

    private static MediaInfo film(int width, int height) {
        VideoStream video = new VideoStream(
                0,
                "h264",
                Optional.empty(),
                Optional.of("yuv420p"),
                Optional.empty(),
                8,
                new Geometry(width, height, new Ratio(1, 1), 0, false),
                new Timing(
                        Optional.of(new Ratio(25, 1)),
                        Optional.of(new Ratio(25, 1)),
                        new Ratio(1, 12_500),
                        OptionalLong.of(0)),
                Optional.empty(),
                new Colour(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty());
        return new MediaInfo("mov", OptionalLong.of(40_000_000), video, List.of(), List.of());
    }

    private static Claim claim(String fingerprint) {
        return new Claim("encode_jobs", "encode", fingerprint, "one", 1);
    }

    private List<String> madeAlongWithSd(int number) {
        return madeAlongWith("SD", number);
    }

    private List<String> madeAlongWith(String name, int number) {
        EncodeJob job = jobs.find(claim(fingerprint(name, number))).orElseThrow();
        return jobs.along(job, fingerprint -> Optional.of(claim(fingerprint))).stream()
                .map(EncodeJob::name)
                .toList();
    }

    private int threadsOf(String name, int number) {
        return jobs.find(claim(fingerprint(name, number))).orElseThrow().threads();
    }

    @Test
    void theFirstChunkOfTheLowestRenditionIsMadeAlone() {
        assertThat(madeAlongWithSd(0)).isEmpty();
    }

    @Test
    void ofTheFirstChunkWhatIsLargerIsDecodedOnce() {
        plan("3K", Recipes.UHD);
        plan("4K", Recipes.UHD);

        assertThat(madeAlongWith("3K", 0)).containsExactly("4K");
    }

    @Test
    void whatIsLargerThan4KHasAProcessOfItsOwn() {
        inputs.media(input, json.write(film(7680, 3840)));
        Recipe large = new Recipe(
                SD.kind(),
                "source",
                SD.policy(),
                7680,
                7680,
                false,
                "h264",
                "veryfast",
                21,
                0,
                48_000,
                2,
                3,
                "",
                1,
                0,
                0);
        plan("8K360", large);

        assertThat(madeAlongWith("8K360", 1)).isEmpty();
        assertThat(madeAlongWithSd(1)).containsExactly("HD");
    }

    @Test
    void whileNobodyWatchesAChunkIsDecodedOnceForAllRenditions() {
        assertThat(madeAlongWithSd(1)).containsExactly("HD");
        assertThat(madeAlongWithSd(3)).containsExactly("HD");
    }

    @Test
    void whatSomebodyWhoWatchesNeedsSoonIsMadeOneRenditionAtATime() {
        audience.seen("mila/film");

        assertThat(madeAlongWithSd(1)).isEmpty();
        assertThat(madeAlongWithSd(3)).containsExactly("HD");
    }

    @Test
    void whatSomebodyAskedForIsMadeAloneByAllThreads() {
        asked.mark(fingerprint("SD", 3), Priority.ASKED, OptionalInt.empty());
        asked.mark(fingerprint("SD", 2), Priority.SOON, OptionalInt.empty());

        assertThat(madeAlongWithSd(1)).containsExactly("HD");
        assertThat(madeAlongWithSd(2)).isEmpty();
        assertThat(madeAlongWithSd(3)).isEmpty();
        assertThat(threadsOf("SD", 1)).isEqualTo(1);
        assertThat(threadsOf("SD", 2)).isEqualTo(2);
        assertThat(threadsOf("SD", 3)).isEqualTo(4);
    }

    @Test
    void whatStalledIsMadeAloneByOneThread() {
        EncodeJob usual = jobs.find(claim(fingerprint("HD", 2))).orElseThrow();
        assertThat(jobs.along(usual, each -> Optional.of(claim(each)))).isNotEmpty();
        assertThat(threadsOf("SD", 0)).isEqualTo(4);
        stalled.addAll(List.of(fingerprint("HD", 2), fingerprint("SD", 0)));

        EncodeJob careful = jobs.find(claim(fingerprint("HD", 2))).orElseThrow();

        assertThat(careful.careful()).isTrue();
        assertThat(jobs.along(careful, each -> Optional.of(claim(each)))).isEmpty();
        assertThat(threadsOf("SD", 0)).isEqualTo(1);
    }
}
