package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A poster shows something of the film, and small pictures show all of it. */
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
    private Published published;

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

    @Test
    void theSeekBarHasASmallPictureOfEachSegment() throws IOException {
        studio.drop(
                clips.of(
                        "storyboard-source",
                        "mp4",
                        List.of("-f lavfi -i color=black:s=320x180:d=6:r=25 -f lavfi -i color=white:s=320x180:d=6:r=25"
                                + " -filter_complex [0:v][1:v]concat -c:v libx264 -preset ultrafast -g 25"
                                + " -pix_fmt yuv420p OUT")),
                "posters/half.mp4");
        JsonNode artwork = studio.ready("posters/half");

        URI storyboard = site.address(artwork.path("storyboard").asText());
        List<String> lines = site.text(storyboard).lines().toList();
        List<String> tiles =
                lines.stream().filter(line -> line.contains("#xywh=")).toList();
        assertThat(tiles).hasSameSizeAs(published.playlist("posters/half", "SD").parts());
        assertThat(brightness(storyboard.resolve(tiles.get(0)))).isLessThan(40);
        assertThat(brightness(storyboard.resolve(tiles.get(tiles.size() - 1)))).isGreaterThan(200);
        assertThat(lines.get(lines.size() - 2)).endsWith("--> 00:00:12.000");
    }

    /** Of the part of a sheet that an address names. */
    private double brightness(URI tile) throws IOException {
        String[] place = tile.getFragment().substring("xywh=".length()).split(",");
        Path sheet = folder.resolve("sheet.jpg");
        Files.write(sheet, site.bytes(tile.resolve(tile.getPath())));
        String crop = "crop=" + place[2] + ":" + place[3] + ":" + place[0] + ":" + place[1];
        return measured(sheet, "signalstats.YAVG", crop + ",");
    }

    private double measured(Path picture, String key) {
        return measured(picture, key, "");
    }

    private double measured(Path picture, String key, String before) {
        String filters = before + "format=yuv420p,signalstats,blurdetect,metadata=mode=print:file=-";
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
