package atelier.processors.spherical;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.mp4.InitSegment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SphericalBoxesTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);

    @TempDir
    Path folder;

    static Stream<Sphere> spheres() {
        Pose turned = new Pose(90, -45.5, 0.25);
        return Stream.of(
                        Projection.EQUIRECTANGULAR,
                        Projection.HALF_EQUIRECTANGULAR,
                        Projection.CUBEMAP,
                        Projection.FLAT)
                .flatMap(projection -> Stream.of(Stereo.values())
                        .map(stereo ->
                                new Sphere(projection, stereo, projection == Projection.FLAT ? Pose.UPRIGHT : turned)));
    }

    @ParameterizedTest
    @MethodSource("spheres")
    void whatIsWrittenIsRead(Sphere sphere) {
        Told told = SphericalBoxes.read(SphericalBoxes.in(init(), sphere));

        assertThat(told.sphere()).isEqualTo(sphere);
        assertThat(told.troubles()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("spheres")
    void applesPlayersAreToldOfHevcAloneWhatTheyCanTurn(Sphere sphere) throws IOException, URISyntaxException {
        InitSegment hevc = InitSegment.read(
                Path.of(InitSegment.class.getResource("hevc.mp4").toURI()));
        InitSegment said = SphericalBoxes.in(hevc, sphere);
        Optional<Told> apple =
                said.inEntry("vexu").map(box -> new BoxReading().read(Parts.of(ByteBuffer.wrap(box.toBytes()))));

        assertThat(SphericalBoxes.read(said).sphere()).isEqualTo(sphere);
        assertThat(apple.map(Told::sphere))
                .isEqualTo(AppleBoxes.layout(sphere)
                        .map(layout -> new Sphere(sphere.projection(), sphere.stereo(), Pose.UPRIGHT)));
        assertThat(SphericalBoxes.in(init(), sphere).inEntry("vexu")).isEmpty();
        assertThat(SphericalBoxes.without(said).bytes())
                .isEqualTo(SphericalBoxes.without(hevc).bytes());
        if (apple.isPresent()) {
            assertThat(SphericalBoxes.name(sphere, "hvc1.1")).isNotEqualTo(SphericalBoxes.name(sphere, "avc1.1"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EQUIRECTANGULAR, MONO, PROJ-EQUI",
        "EQUIRECTANGULAR, TOP_BOTTOM, CH-STEREO/PROJ-EQUI",
        "HALF_EQUIRECTANGULAR, LEFT_RIGHT, CH-STEREO/PROJ-HEQU",
        "CUBEMAP, MONO, ",
        "FLAT, LEFT_RIGHT, "
    })
    void whatPlayersMustBeAbleToShowIsSaid(Projection projection, Stereo stereo, String layout) {
        assertThat(AppleBoxes.layout(new Sphere(projection, stereo, Pose.UPRIGHT)))
                .isEqualTo(Optional.ofNullable(layout));
    }

    @Test
    void whatWasSaidBeforeIsReplaced() {
        Sphere half = new Sphere(Projection.HALF_EQUIRECTANGULAR, Stereo.LEFT_RIGHT, Pose.UPRIGHT);
        InitSegment said = SphericalBoxes.in(init(), new Sphere(Projection.CUBEMAP, Stereo.MONO, Pose.UPRIGHT));

        assertThat(SphericalBoxes.in(said, half).bytes())
                .isEqualTo(SphericalBoxes.in(init(), half).bytes());
        assertThat(SphericalBoxes.without(said).bytes()).isEqualTo(init().bytes());
    }

    @Test
    void eachSphereHasANameOfItsOwn() {
        assertThat(spheres()
                        .map(sphere -> SphericalBoxes.name(sphere, "avc1.64001e"))
                        .distinct())
                .hasSize(12)
                .allMatch(name -> name.matches("[0-9a-f]{16}"));
    }

    /** FFmpeg 5 calls it tiled: a sphere of which there is a part. */
    @ParameterizedTest
    @CsvSource({
        "equirectangular, mono, equirectangular, 2D",
        "equirectangular, top-bottom, equirectangular, top and bottom",
        "equirectangular, left-right, equirectangular, side by side",
        "half equirectangular, left-right, tiled equirectangular, side by side",
        "cubemap, mono, cubemap, 2D"
    })
    void ffprobeReadsTheSame(String projection, String stereo, String mapped, String eyes) throws IOException {
        Sphere sphere = new Sphere(
                Projection.of(projection).orElseThrow(), Stereo.of(stereo).orElseThrow(), new Pose(90, -45, 10));

        List<String> said = ffprobe(SphereFiles.saying(sphere, recorded(), folder.resolve("sphere.mp4")));

        assertThat(said).contains("projection=" + mapped, "type=" + eyes, "yaw=90", "pitch=-45", "roll=10");
        if (mapped.startsWith("tiled")) {
            assertThat(said).contains("bound_left=33", "bound_top=0", "bound_right=31", "bound_bottom=0");
        }
    }

    private List<String> ffprobe(Path file) {
        List<String> told = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-show_entries", "stream_side_data"));
        arguments.addAll(List.of("-of", "default=nw=1", file.toString()));
        FfmpegForTests.programs().run(new Command(Program.FFPROBE, arguments, folder), LIMITS, told::add);
        return told;
    }

    /** One box says what another says as well: in another order FFmpeg refuses the file, or forgets how the sphere is turned. */
    @ParameterizedTest
    @CsvSource({"MONO, 2D", "TOP_BOTTOM, top and bottom", "LEFT_RIGHT, side by side"})
    void whatApplesPlayersAreToldConfusesNoOther(Stereo stereo, String eyes) throws IOException, URISyntaxException {
        Path hevc = Path.of(InitSegment.class.getResource("hevc.mp4").toURI());
        Sphere sphere = new Sphere(Projection.EQUIRECTANGULAR, stereo, new Pose(90, -45, 10));

        assertThat(ffprobe(SphereFiles.saying(sphere, hevc, folder.resolve("hevc.mp4"))))
                .contains("projection=equirectangular", "type=" + eyes, "yaw=90", "pitch=-45", "roll=10");
    }

    private static InitSegment init() {
        try {
            return InitSegment.read(recorded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path recorded() {
        try {
            return Path.of(InitSegment.class.getResource("chunk-0.mp4").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
