package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.batch.StoreCheck;
import atelier.processors.batch.StoreCheck.Mended;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.store.Store;
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

    @Autowired
    private Gallery gallery;

    @Autowired
    private Outputs outputs;

    @Autowired
    private Store store;

    @Autowired
    private StoreCheck check;

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

        Path webp = folder.resolve("poster.webp");
        Files.write(webp, site.bytes(site.address(artwork.path("posterWebp").asText())));
        assertThat(Files.size(webp)).isBetween(100L, Files.size(poster) - 1);
        assertThat(reader.likeness(poster, webp, "320:180"))
                .as("the same picture")
                .allMatch(db -> db > 30);
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

    @Test
    void smallPicturesThatTheStoreHasLostAreMadeAgainAndNothingElseIs() throws IOException {
        gallery.ready(Clip.CLOSED_GOP);
        String output = outputs.of(Clip.CLOSED_GOP.slug()).stream()
                .filter(each -> store.size(MediaAddress.sheet(each)).isPresent())
                .findFirst()
                .orElseThrow();
        String key = MediaAddress.sheet(output);
        byte[] before = site.bytes(site.address("/" + key));
        JsonNode renditions = site.parse(site.text(site.address("/api/artworks/" + Clip.CLOSED_GOP.slug())))
                .path("renditions");
        store.delete(key);

        assertThat(check.mend(output)).isEqualTo(Mended.SHEET);

        assertThat(site.bytes(site.address("/" + key))).isEqualTo(before);
        assertThat(site.parse(site.text(site.address("/api/artworks/" + Clip.CLOSED_GOP.slug())))
                        .path("renditions"))
                .isEqualTo(renditions);
        assertThat(check.check(output, true)).isEmpty();
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
