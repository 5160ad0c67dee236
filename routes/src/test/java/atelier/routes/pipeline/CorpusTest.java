package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.config.Home;
import atelier.processors.hostile.Canary;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Bad files go through the whole application: each ends in a state that says why, within its time, and nothing that they name is
 * touched. How many and which: {@code -Datelier.corpus=500 -Datelier.corpus.seed=7}, as {@code bin/corpus} asks.
 */
@PipelineSuite
class CorpusTest {
    private static final Logger log = LoggerFactory.getLogger(CorpusTest.class);
    private static final int COUNT = Integer.getInteger("atelier.corpus", 40);
    private static final long SEED = Long.getLong("atelier.corpus.seed", 1);

    /** Most files take a second; those that begin well and end badly are given up after minutes. */
    private static final Duration LIMIT = Duration.ofSeconds(300 + 4L * COUNT);

    private static final String BAIT = "-f lavfi -i testsrc2=s=160x90:r=25:d=2 -c:v mpeg2video -f mpegts OUT";
    private static final String FOLDER = "corpus-" + SEED;

    @TempDir
    Path folder;

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Traces traces;

    @Autowired
    private Home home;

    @Test
    void everyBadFileEndsInAStateThatSaysWhyAndNothingThatItNamesIsTouched() throws IOException {
        byte[] bait = FileBytes.of(clips.of("bait", "ts", List.of(BAIT)));
        try (Canary canary = new Canary(folder, bait)) {
            Map<String, byte[]> files = new CorpusFiles(clips, canary, folder).of(COUNT, SEED);
            long start = System.nanoTime();
            files.forEach((name, content) -> studio.drop(content, slug(name) + ".bad"));

            await("the inbox is empty").atMost(LIMIT).until(this::isInboxEmpty);
            traces.atRest(LIMIT);

            Map<String, String> ends = new TreeMap<>();
            files.keySet().forEach(name -> ends.put(name, end(studio.artwork(slug(name)))));
            report(ends, Duration.ofNanos(System.nanoTime() - start));
            assertThat(ends).allSatisfy((name, end) -> assertThat(end).matches("ready|failed: .{10,}"));
            assertThat(canary.touched()).isEmpty();
        }
    }

    /** The name with its extension: several are named alike but for it. */
    private static String slug(String name) {
        return FOLDER + "/" + name;
    }

    private boolean isInboxEmpty() throws IOException {
        Path inbox = home.inbox().resolve(FOLDER);
        if (!Files.exists(inbox)) {
            return true;
        }
        try (Stream<Path> files = Files.list(inbox)) {
            return files.findAny().isEmpty();
        }
    }

    /** In one line; a rendition that failed beside others that play counts by its reason too. */
    private static String end(JsonNode artwork) {
        List<String> all = new ArrayList<>();
        artwork.path("renditions").forEach(rendition -> {
            if (rendition.path("failed").asBoolean()) {
                all.add(rendition.path("error").asText());
            }
        });
        if (!artwork.path("error").isNull() && !artwork.path("error").isMissingNode()) {
            all.add(0, artwork.path("error").asText());
        }
        List<String> errors = all.stream().distinct().toList();
        String state = artwork.path("state").asText("nowhere");
        boolean fine = state.equals("ready") && errors.isEmpty();
        return fine
                ? state
                : (state.equals("ready") ? "failed" : state) + ": "
                        + String.join(" ", errors).strip();
    }

    /** The reason without what differs from file to file. */
    private static String kind(String end) {
        return end.replaceAll(FOLDER + "/\\S+", "it")
                .replaceAll("0x[0-9a-f]+", "0x")
                .replaceAll("[0-9]+", "N");
    }

    private static void report(Map<String, String> ends, Duration took) {
        Map<String, Integer> reasons = new TreeMap<>();
        ends.forEach((name, end) -> {
            log.info("corpus file {} {}", name, end);
            reasons.merge(kind(end), 1, Integer::sum);
        });
        long ready = ends.values().stream().filter("ready"::equals).count();
        log.info(
                "corpus: {} bad files of seed {} in {} s: {} play all the same, {} are refused or failed, for {} reasons",
                ends.size(),
                SEED,
                took.toSeconds(),
                ready,
                ends.size() - ready,
                reasons.size());
        reasons.forEach((reason, count) -> log.info("corpus: {} × {}", count, reason));
    }
}
