package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A poster shows something of the film. */
@PipelineSuite
class PosterTest {
    private static final String SLUG = "posters/dark";

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @Autowired
    private MediaReader reader;

    @TempDir
    private Path folder;

    @Test
    void aFilmThatBeginsBlackAndBlurredHasASharpPoster() throws IOException {
        studio.drop(clips.of("poster-source", "mp4", List.of(source())), SLUG + ".mp4");
        JsonNode artwork = studio.until(SLUG, each -> each.path("poster").isTextual());

        Path poster = folder.resolve("poster.jpg");
        Files.write(poster, site.bytes(site.address(artwork.path("poster").asText())));
        assertThat(measured(poster, "signalstats.YHIGH") - measured(poster, "signalstats.YLOW"))
                .as("contrast")
                .isGreaterThan(80);
        assertThat(measured(poster, "blur")).as("width of edges").isBetween(0.1, 10.0);
    }

    private double measured(Path picture, String key) {
        String filters = "format=yuv420p,signalstats,blurdetect,metadata=mode=print:file=-";
        return reader.ffmpeg("-i", picture.toString(), "-vf", filters, "-f", "null", "-").stream()
                .filter(line -> line.startsWith("lavfi." + key + "="))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('=') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static String source() {
        return "-f lavfi -i color=black:s=320x180:d=6:r=25 -f lavfi -i testsrc2=s=320x180:d=4:r=25 -filter_complex"
                + " [1:v]split[a][b];[a]gblur=12[c];[0:v][c][b]concat=n=3 -c:v libx264 -preset ultrafast -g 25"
                + " -pix_fmt yuv420p OUT";
    }
}
