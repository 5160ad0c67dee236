package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.Audience;
import atelier.processors.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Who watches is known by what they ask for. */
@PipelineSuite
class WatchingTest {
    private static final String GROWING =
            "#EXTM3U\n#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-TARGETDURATION:6\n#EXTINF:4.0,\na.m4s\n";

    @Autowired
    private Store store;

    @Autowired
    private Site site;

    @Autowired
    private Audience audience;

    @TempDir
    private Path folder;

    private void ask(String slug, String playlist) throws IOException {
        Path file = Files.writeString(folder.resolve("SD.m3u8"), playlist);
        store.putAll("media/" + slug + "/editions/1", List.of(file));
        assertThat(site.ask("GET", site.root().resolve("/media/" + slug + "/editions/1/SD.m3u8"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverAsksForAGrowingPlaylistWatches() throws IOException {
        ask("watching/now", GROWING);

        assertThat(audience.needs("watching/now")).isPositive();
    }

    @Test
    void whoeverAsksForASealedPlaylistNeedsNothingMore() throws IOException {
        ask("watching/sealed", GROWING + "#EXT-X-ENDLIST\n");

        assertThat(audience.needs("watching/sealed")).isZero();
    }
}
