package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is downloaded as one file has every picture of the source, and each at its time. */
@PipelineSuite
class JoinedRenditionTest {
    /** Neighbouring pictures of the clips are less than 27 dB alike, encoded ones more than 33 dB like their source. */
    private static final double SAME_PICTURE = 30;

    @Autowired
    private Gallery gallery;

    @Autowired
    private Published published;

    @Autowired
    private MediaReader reader;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Clip.class)
    void everyPictureOfTheSourceIsThereAtItsTime(Clip clip) {
        JsonNode artwork = gallery.ready(clip);
        Pictures source = reader.shown(gallery.source(clip));

        for (String rendition : Published.videos(artwork)) {
            Pictures joined = reader.coded(published.file(clip.slug(), rendition, folder));
            assertThat(joined.count()).as("pictures of " + rendition).isEqualTo(source.count());
            assertSpacing(clip, source, joined);
        }
    }

    @ParameterizedTest
    @EnumSource(Clip.class)
    void everyPictureShowsWhatTheSourcesDoes(Clip clip) {
        JsonNode artwork = gallery.ready(clip);
        Path file = published.file(clip.slug(), "SD", folder);
        String size = published.size(clip.slug(), "SD");

        assertThat(reader.likeness(gallery.source(clip), file, size))
                .hasSize(reader.shown(gallery.source(clip)).count())
                .allSatisfy(like -> assertThat(like).isGreaterThan(SAME_PICTURE));
        assertThat(artwork.path("error").isMissingNode()
                        || artwork.path("error").isNull())
                .isTrue();
    }

    private static void assertSpacing(Clip clip, Pictures source, Pictures joined) {
        double coarser = Math.max(source.tick(), joined.tick());
        double[] wanted = source.seconds();
        double[] found = joined.seconds();
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found[i]).as("time of picture " + i).isEqualTo(wanted[i], within(coarser * 1.0001));
        }
        assertThat(joined.shown()[0]).as("time of the first picture").isZero();
        if (clip.isConstantRate()) {
            double[] spacing = joined.spacing();
            assertThat(Arrays.stream(spacing).max().orElseThrow())
                    .isEqualTo(Arrays.stream(spacing).min().orElseThrow(), within(joined.tick() / 100));
        }
        for (int i = 1; i < joined.count(); i++) {
            assertThat(joined.list().get(i).dts())
                    .as("decode time of picture " + i)
                    .isGreaterThan(joined.list().get(i - 1).dts());
        }
    }
}
