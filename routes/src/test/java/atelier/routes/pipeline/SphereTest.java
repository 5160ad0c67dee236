package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.spherical.Ambisonics;
import atelier.processors.spherical.Pose;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.SourceBoxes;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereFiles;
import atelier.processors.spherical.Stereo;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said of a sphere comes out again of every rendition that is looked around in, as a program says that is not ours. */
@PipelineSuite
class SphereTest {
    private static final List<String> FRAGMENTED =
            List.of("-f lavfi -i testsrc2=s=480x480:r=25:d=3 -c:v libx264 -preset ultrafast -g 25 -pix_fmt yuv420p"
                    + " -movflags +frag_keyframe+empty_moov+default_base_moof OUT");
    private static final String WHOLE = "-f lavfi -i testsrc2=s=512x256:r=25:d=3 -c:v libx264 -preset ultrafast -g 25"
            + " -pix_fmt yuv420p -movflags +frag_keyframe+empty_moov+default_base_moof ";
    private static final String CUBE = "-f lavfi -i testsrc2=s=512x256:r=25:d=3 -f lavfi -i"
            + " aevalsrc=0.2*sin(2764*t)|0.2*sin(3764*t)|0|0.2*sin(4764*t):c=4.0:s=48000:d=3"
            + " -vf v360=e:c3x2:w=384:h=256 -c:v libx264 -preset ultrafast -g 25 -pix_fmt yuv420p -c:a aac ";
    private static final String LEVELS =
            "astats=metadata=1:reset=0:measure_overall=none:measure_perchannel=RMS_level,ametadata=print:file=-";

    /** In dB of full scale. */
    private static final double AUDIBLE = -40;

    private static final Sphere FULL = new Sphere(Projection.EQUIRECTANGULAR, Stereo.TOP_BOTTOM, new Pose(30, 0, 0));

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @Autowired
    private MediaReader media;

    @Autowired
    private Published published;

    @TempDir
    private Path folder;

    @Test
    void whatTheFileSaysIsSaidAgainUntilTheArtistTellsOtherwiseAndOnlyFlatViewsAreMadeAnew() throws IOException {
        String slug = "spheres/film";
        studio.drop(
                SphereFiles.saying(FULL, clips.of("sphere", "mp4", FRAGMENTED), folder.resolve("film.mp4")),
                slug + ".mp4");
        JsonNode before = studio.ready(slug);
        assertThat(before.path("projection").asText()).isEqualTo("equirectangular");
        assertThat(Published.videos(before)).containsExactlyInAnyOrder("1K360", "SD");
        Path download = published.file(slug, "1K360", folder);
        assertSays(download, "equirectangular", "top and bottom", "yaw=30");
        if (OtherReader.EXIFTOOL.isThere()) {
            assertThat(OtherReader.EXIFTOOL.read(download))
                    .contains(
                            "Stereoscopic3D: Stereoscopic Top-Bottom", "ProjectionBoundsLeft: 0", "PoseYawDegrees: 30");
        }
        assertSays(published.streamed(slug, "1K360", folder), "equirectangular", "top and bottom", "yaw=30");
        assertIsFlat(slug, before);
        List<MediaList.Part> made = published.playlist(slug, "1K360").parts();

        studio.drop(FileBytes.text("projection: '180'\nstereo: left-right\n"), slug + ".yml");
        JsonNode after = studio.until(
                slug,
                each -> edition(each) > edition(before)
                        && each.path("state").asText().equals("ready"));

        assertThat(published.playlist(slug, "1K360").parts()).isEqualTo(made);
        assertThat(after.path("renditions").path("1K360").path("sha256"))
                .isNotEqualTo(before.path("renditions").path("1K360").path("sha256"));
        assertSays(published.file(slug, "1K360", folder), "tiled equirectangular", "side by side", "bound_top=0");
        assertSays(published.streamed(slug, "1K360", folder), "tiled equirectangular", "side by side", "bound_top=0");
        assertIsFlat(slug, after);
    }

    /** Its preview has the shape of films, says nothing of a sphere, and is in a playlist of its own. */
    private void assertIsFlat(String slug, JsonNode artwork) {
        String flat = artwork.path("playback").path("flat").asText();
        assertThat(site.text(site.address(flat)))
                .contains("RESOLUTION=160x90", "SD.m3u8")
                .doesNotContain("1K360");
        assertThat(site.text(published.master(slug))).contains("1K360.m3u8").doesNotContain("SD.m3u8");
        assertThat(media.probe(
                        "-show_streams", published.file(slug, "SD", folder).toString()))
                .contains("width=160", "height=90")
                .noneMatch(line -> line.startsWith("side_data_type"));
    }

    @Test
    void aCubeOfWhichDetailsBesideItTellIsUnfoldedFromTheFirstAndItsSoundTurns() throws IOException {
        String slug = "spheres/cube";
        Path sphere = clips.of("whole-sphere", "mp4", List.of(WHOLE + "OUT"));
        Path cube = clips.of("cube", "mp4", List.of(CUBE + "OUT"));
        studio.drop(FileBytes.text("projection: cubemap\n"), slug + ".yml");
        studio.drop(SphereFiles.around(cube, folder.resolve("cube.mp4")), slug + ".mp4");
        JsonNode artwork = studio.ready(slug);

        assertThat(artwork.path("projection").asText()).isEqualTo("equirectangular");
        assertThat(site.json("/api/artworks/" + slug + "/plans").path("total").asInt())
                .isEqualTo(1);
        Path file = published.file(slug, "1K360", folder);
        assertSays(file, "equirectangular", "2D", "yaw=0");
        assertThat(published.size(slug, "1K360")).isEqualTo("512:256");
        assertThat(media.likeness(sphere, file, "512:256")).hasSize(75).allMatch(db -> db > 18);
        assertSoundCanBeTurned(slug, file);
    }

    /** Beside what it is mixed down to: each component in its place, and named in the init segment. */
    private void assertSoundCanBeTurned(String slug, Path download) throws IOException {
        assertThat(site.text(published.master(slug)))
                .containsPattern("NAME=\"Sound\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"2\",URI=\"[^\"]*AUDIO.m3u8")
                .containsPattern("NAME=\"Sound \\(ambisonic\\)\",DEFAULT=NO,AUTOSELECT=NO,CHANNELS=\"4\","
                        + "CHARACTERISTICS=\"atelier.ambisonic\",URI=\"[^\"]*AUDIO360.m3u8");
        Path streamed = published.streamed(slug, "AUDIO360", folder);
        Ambisonics said = new Ambisonics(1, false, true, List.of(0, 1, 2, 3));
        assertThat(SourceBoxes.sounds(streamed)).containsExactly(Optional.of(said));
        assertThat(SourceBoxes.sounds(download)).containsExactly(Optional.empty(), Optional.of(said));
        assertThat(media.probe("-show_entries stream=channels:stream_disposition=default -of csv", download.toString()))
                .as("other programs play the stereo sound")
                .containsExactly("stream,1,", "stream,2,1", "stream,4,0");
        if (OtherReader.MEDIAINFO.isThere()) {
            assertThat(OtherReader.MEDIAINFO.read(download)).contains("L R", "Ambisonics (W X Y Z)");
        }
        assertThat(loud(streamed, "0:0")).isEqualTo(Set.of(0, 1, 3));
        assertThat(loud(download, "0:2")).isEqualTo(Set.of(0, 1, 3));
    }

    /** In which channels something sounds: the source is silent in the third. */
    private Set<Integer> loud(Path file, String stream) {
        List<String> lines = media.ffmpeg("-i", file.toString(), "-map", stream, "-af", LEVELS, "-f", "null", "-");
        return IntStream.range(0, Ambisonics.FIRST_ORDER)
                .filter(channel -> lines.stream()
                                .filter(line -> line.startsWith("lavfi.astats." + (channel + 1) + ".RMS_level="))
                                .mapToDouble(line -> Double.parseDouble(
                                        line.replaceAll(".*=", "").replace("inf", "999")))
                                .max()
                                .orElseThrow()
                        > AUDIBLE)
                .boxed()
                .collect(Collectors.toSet());
    }

    @Test
    void whatAnArtistSaysInThePageHoldsAndTheFileIsLeftToSayItAgain() {
        String slug = "spheres/told";
        studio.drop(clips.of("sphere", "mp4", FRAGMENTED), slug + ".mp4");
        JsonNode before = studio.ready(slug);
        assertThat(before.path("projection").asText()).isEqualTo("flat");

        assertThat(tell(slug, "{\"projection\":\"equirectangular\"}")).isEqualTo(204);
        studio.until(slug, each -> each.path("projection").asText().equals("equirectangular"));
        studio.until(slug, each -> edition(each) > edition(before));
        assertSays(published.streamed(slug, "1K360", folder), "equirectangular", "2D", "yaw=0");

        assertThat(tell(slug, "{}")).isEqualTo(204);
        studio.until(slug, each -> each.path("projection").asText().equals("flat"));
        assertThat(tell(slug, "{\"projection\":\"round\"}")).isEqualTo(400);
        assertThat(tell("spheres/nobody", "{}")).isEqualTo(404);
    }

    private static int edition(JsonNode artwork) {
        return artwork.path("playback").path("edition").asInt();
    }

    private int tell(String slug, String sphere) {
        return site.put("/api/artworks/" + slug + "/sphere", sphere);
    }

    private void assertSays(Path file, String projection, String eyes, String more) {
        assertThat(media.probe("-show_entries stream_side_data -of default=nw=1", file.toString()))
                .contains("projection=" + projection, "type=" + eyes, more);
    }
}
