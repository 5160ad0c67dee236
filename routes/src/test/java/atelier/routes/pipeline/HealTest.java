package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.config.Home;
import atelier.processors.batch.StoreCheck;
import atelier.processors.batch.StoreCheck.Mended;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.StoredOutputs;
import atelier.processors.content.ContentHash;
import atelier.processors.mp4.Retimer;
import atelier.processors.plan.ReplanStep;
import atelier.processors.store.Store;
import atelier.processors.work.Urgency;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A full database with an empty store, and a clean database with a full store, both heal. */
@PipelineSuite
class HealTest {
    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @Autowired
    private Published published;

    @Autowired
    private Outputs outputs;

    @Autowired
    private MediaReader reader;

    @Autowired
    private StoreCheck check;

    @Autowired
    private StoredOutputs stored;

    @Autowired
    private ReplanStep replan;

    @Autowired
    private Artworks artworks;

    @Autowired
    private Store store;

    @Autowired
    private Home home;

    @Autowired
    private JdbcClient sql;

    @TempDir
    private Path folder;

    /** In no other test: what is damaged is of one artwork alone. */
    private Path clip(int frequency) {
        return clips.of(
                "heal-" + frequency,
                "mp4",
                List.of("-f lavfi -i testsrc2=s=320x180:r=25:d=7 -f lavfi -i sine=" + frequency + ":d=7"
                        + " -c:v libx264 -preset veryfast -g 25 -vf hue=h=" + frequency
                        + " -pix_fmt yuv420p -color_primaries bt709 -color_trc bt709 -colorspace bt709 -c:a aac OUT"));
    }

    private JsonNode publish(int frequency, String slug) {
        studio.drop(clip(frequency), slug + ".mp4");
        studio.ready(slug);
        return whole(slug, 0);
    }

    /** The artwork, when an edition after that one is there and its files can be downloaded. */
    private JsonNode whole(String slug, int edition) {
        return studio.until(
                slug,
                each -> edition(each) > edition
                        && Published.videos(each).stream()
                                .noneMatch(name -> sha(each, name).isEmpty()));
    }

    private void assertWhole(String slug, int frequency) throws Exception {
        assertThat(outputs.of(slug))
                .allSatisfy(each -> assertThat(check.check(each, true)).isEmpty());
        JsonNode artwork = studio.artwork(slug);
        for (String rendition : Published.videos(artwork)) {
            Path file = published.file(slug, rendition, folder);
            assertThat(ContentHash.sha256(file).hex()).isEqualTo(sha(artwork, rendition));
            assertThat(reader.likeness(clip(frequency), file, published.size(slug, rendition)))
                    .hasSize(175)
                    .allMatch(like -> like > 25);
        }
    }

    private Path stored(String key) {
        return home.store().resolve(key);
    }

    private String aSegmentOf(String fingerprint) {
        return stored.made(fingerprint).orElseThrow().placements().values().iterator().next().stream()
                .findFirst()
                .orElseThrow()
                .key();
    }

    @Test
    void anEmptyStoreIsFilledAgain() throws Exception {
        JsonNode before = publish(310, "heal/empty");
        List<String> all = outputs.of("heal/empty");
        all.forEach(each -> store.deleteAll(MediaAddress.ofOutput(each)));

        assertThat(all).allSatisfy(each -> {
            assertThat(check.check(each, false)).isNotEmpty();
            assertThat(check.mend(each)).isEqualTo(Mended.OUTPUT);
        });
        replan("heal/empty");

        whole("heal/empty", edition(before));
        assertWhole("heal/empty", 310);
    }

    @Test
    void aSegmentThatRottedIsMadeAgainAndNothingElse() throws Exception {
        JsonNode before = publish(320, "heal/rotten");
        String rotten = outputs.videosOf("heal/rotten").get(0);
        Path file = stored(aSegmentOf(rotten));
        byte[] content = Files.readAllBytes(file);
        content[content.length - 10] ^= 1;
        Files.write(file, content);

        List<String> damaged = outputs.of("heal/rotten").stream()
                .filter(each -> !check.check(each, true).isEmpty())
                .toList();
        assertThat(damaged).containsExactly(rotten);
        assertThat(check.mend(rotten)).isEqualTo(Mended.OUTPUT);
        replan("heal/rotten");

        whole("heal/rotten", edition(before));
        assertWhole("heal/rotten", 320);
        JsonNode plan =
                site.json("/api/artworks/heal/rotten/plans").path("plans").path(0);
        assertThat(plan.path("needed").asInt()).isEqualTo(1);
    }

    @Test
    void anArtworkThatSharesWhatIsMadeAgainTellsTheHashesOfItsNewFiles() throws Exception {
        publish(325, "heal/one");
        publish(325, "heal/two");
        String shared = outputs.videosOf("heal/two").get(0);
        store.delete(aSegmentOf(shared));

        assertThat(check.mend(shared)).isEqualTo(Mended.OUTPUT);
        replan("heal/one");

        for (String slug : List.of("heal/one", "heal/two")) {
            whole(slug, 0);
            assertWhole(slug, 325);
        }
    }

    @Test
    void aDamagedCopyIsPlacedAgainFromAnotherOneWithoutAnEncode() throws Exception {
        publish(330, "heal/placed");
        String output = outputs.videosOf("heal/placed").get(0);
        int made = outputs.madeFor("heal/placed");
        String key = aSegmentOf(output);
        long start = stored.made(output).orElseThrow().placements().firstKey();
        copy(output, start + 900_000);
        Files.write(stored(key), Arrays.copyOf(Files.readAllBytes(stored(key)), 100));

        assertThat(check.mend(output)).isEqualTo(Mended.PLACEMENTS);

        await().atMost(Duration.ofMinutes(3)).until(() -> store.size(key).isPresent());
        assertWhole("heal/placed", 330);
        assertThat(outputs.madeFor("heal/placed")).isEqualTo(made);
    }

    @Test
    void aCleanCatalogueWithAFullStoreIsNotMixedWithWhatLiesThere() throws Exception {
        publish(340, "heal/clean");
        List<String> before = outputs.of("heal/clean");
        String left = aSegmentOf(outputs.videosOf("heal/clean").get(0));
        sql.sql("DELETE FROM artworks WHERE slug = 'heal/clean'").update();
        before.forEach(each -> sql.sql("DELETE FROM outputs WHERE fingerprint = ?")
                .params(each)
                .update());
        Files.write(stored(left), new byte[] {1, 2, 3});

        publish(340, "heal/clean");

        assertThat(outputs.videosOf("heal/clean")).isSubsetOf(before);
        assertWhole("heal/clean", 340);
    }

    @Test
    void garbageIsListedAndCollectedOverHttp() throws Exception {
        publish(350, "heal/tidy");

        JsonNode listed = collect("/api/gc?dryRun=true");
        JsonNode collected = collect("/api/gc");

        assertThat(listed.path("dryRun").asBoolean()).isTrue();
        assertThat(collected.path("dryRun").asBoolean()).isFalse();
        for (String field : List.of("outputs", "editions", "bytes", "total")) {
            assertThat(listed.path(field).asInt(-1)).as(field).isZero();
        }
        assertThat(listed.path("items").isArray()).isTrue();
        assertWhole("heal/tidy", 350);
    }

    private JsonNode collect(String address) {
        var answer = site.ask("POST", site.root().resolve(address));
        assertThat(answer.statusCode()).isEqualTo(200);
        return site.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private void replan(String slug) {
        replan.replan(artworks.find(slug).orElseThrow().id(), "repair", Urgency.AWAITED);
    }

    /** Places an output at another start time too, as publishing does with a chunk that moved. */
    private void copy(String fingerprint, long start) throws IOException {
        long at = start;
        var segments = sql.sql("SELECT number, duration_ticks FROM segments WHERE fingerprint = ? ORDER BY number")
                .params(fingerprint)
                .query()
                .listOfRows();
        Path from = stored(aSegmentOf(fingerprint)).getParent();
        for (var segment : segments) {
            String name = MediaAddress.segment(((Number) segment.get("number")).intValue());
            Path moved = folder.resolve(name);
            new Retimer().retime(from.resolve(name), moved, at);
            store.putAll(MediaAddress.ofPlacement(fingerprint, start), List.of(moved));
            at += ((Number) segment.get("duration_ticks")).longValue();
        }
        sql.sql("INSERT INTO placements (fingerprint, start_ticks) VALUES (?, ?)")
                .params(fingerprint, start)
                .update();
    }

    private static String sha(JsonNode artwork, String rendition) {
        return artwork.path("renditions").path(rendition).path("sha256").asText("");
    }

    private static int edition(JsonNode artwork) {
        return artwork.path("playback").path("edition").asInt();
    }
}
