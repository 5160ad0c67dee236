package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Home;
import atelier.processors.batch.StoreCheck;
import atelier.processors.batch.StoreCheck.Mended;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.conformance.ConformanceReport;
import atelier.processors.conformance.EditionCheck;
import atelier.processors.conformance.PublishedFiles;
import atelier.processors.plan.ReplanStep;
import atelier.processors.store.Store;
import atelier.processors.work.Urgency;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Editions keep the rules of HLS, and one that does not is never current. */
@PipelineSuite
class ConformanceTest {
    private static final String PICTURES = "-f lavfi -i testsrc2=s=1280x720:r=25:d=4";
    private static final String CODED = " -c:v libx264 -preset ultrafast -g 25 -pix_fmt yuv420p ";

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @Autowired
    private Published published;

    @Autowired
    private StoreCheck storeCheck;

    @Autowired
    private ReplanStep replan;

    @Autowired
    private Artworks artworks;

    @Autowired
    private Store store;

    @Autowired
    private Home home;

    @Test
    void theEditionThatGrewAndTheSealedOneConform() {
        studio.drop(source(), "conformance/whole.mp4");
        int last = edition(studio.ready("conformance/whole"));
        for (int number = 1; number <= last; number++) {
            ConformanceReport report = new EditionCheck(PublishedFiles.of(store))
                    .check(MediaAddress.ofEdition("conformance/whole", number, "master.m3u8"));
            assertThat(report.findings()).as("edition %d", number).isEmpty();
            assertThat(report.segments()).isPositive();
        }
    }

    @Test
    void anEditionWithADamagedSegmentIsNotMadeCurrentUntilItIsMended() throws IOException {
        studio.drop(source(), "conformance/damaged.mp4");
        JsonNode before = studio.ready("conformance/damaged");
        String master = site.text(published.master("conformance/damaged"));
        String key = published
                .playlist("conformance/damaged", "HD")
                .parts()
                .get(0)
                .address()
                .getPath()
                .substring(1);
        loseKeyFrame(home.store().resolve(key));

        studio.drop(
                clips.of("conformance-negated", "mp4", List.of(PICTURES + " -vf negate" + CODED + "OUT")),
                "conformance/damaged@SD.mp4");
        JsonNode refused = studio.failed("conformance/damaged");

        assertThat(refused.path("error").asText())
                .contains("KEY_FRAME", "HD.m3u8", key, "what was published before stays")
                .contains("POST /api/batch");
        assertThat(edition(refused)).isEqualTo(edition(before));
        assertThat(refused.path("playable").asBoolean()).isTrue();
        assertThat(site.text(published.master("conformance/damaged"))).isEqualTo(master);

        assertThat(storeCheck.mend(key.split("/")[1])).isEqualTo(Mended.OUTPUT);
        replan.replan(artworks.find("conformance/damaged").orElseThrow().id(), "repair", Urgency.AWAITED);

        JsonNode mended = studio.until(
                "conformance/damaged",
                each -> each.path("state").asText().equals("ready") && edition(each) > edition(before));
        assertThat(mended.path("error").isNull()).isTrue();
    }

    private Path source() {
        return clips.of(
                "conformance-source",
                "mp4",
                List.of(PICTURES + " -f lavfi -i sine=300:r=48000:d=4" + CODED + "-c:a aac OUT"));
    }

    /** Says of the first frame that it depends on others; nothing else is changed. */
    private static void loseKeyFrame(Path segment) throws IOException {
        byte[] bytes = Files.readAllBytes(segment);
        int flags = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\2\0\0\0");
        assertThat(flags).isPositive();
        ByteBuffer.wrap(bytes).putInt(flags, 0x01010000);
        Files.write(segment, bytes);
    }

    private static int edition(JsonNode artwork) {
        return artwork.path("playback").path("edition").asInt();
    }
}
