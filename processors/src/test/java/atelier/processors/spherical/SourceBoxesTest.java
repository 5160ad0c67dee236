package atelier.processors.spherical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.mp4.Box;
import atelier.processors.mp4.InitSegment;
import atelier.processors.probe.Prober;
import atelier.processors.probe.RefusedException;
import atelier.processors.probe.SourceLimits;
import atelier.processors.probe.VideoStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceBoxesTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final Sphere HALF =
            new Sphere(Projection.HALF_EQUIRECTANGULAR, Stereo.LEFT_RIGHT, new Pose(0.5, 0, 0));
    private static final Told NOTHING = new Told(Optional.empty(), Optional.empty(), Pose.UPRIGHT, List.of());

    @TempDir
    Path folder;

    private Path half() throws IOException, URISyntaxException {
        return saying(HALF);
    }

    private Path saying(Sphere sphere) throws IOException, URISyntaxException {
        Path plain = Path.of(InitSegment.class.getResource("chunk-0.mp4").toURI());
        return SphereFiles.saying(sphere, plain, folder.resolve("film.mp4"));
    }

    /** FFmpeg writes them, where it is told to leave the straight path. */
    private VideoStream remuxed(Projection projection, String name) throws IOException, URISyntaxException {
        Path copy = folder.resolve(name);
        Path film = saying(new Sphere(projection, Stereo.LEFT_RIGHT, Pose.UPRIGHT));
        String words = "-v error -i " + film + " -c copy -strict unofficial -movflags +faststart " + copy;
        List<String> arguments = List.of(words.split(" "));
        FfmpegForTests.programs().run(new Command(Program.FFMPEG, arguments, folder), LIMITS, line -> {});
        return prober().probe(copy).video();
    }

    private Prober prober() {
        return new Prober(FfmpegForTests.programs(), LIMITS, SourceLimits.defaults(), folder);
    }

    @ParameterizedTest
    @CsvSource({
        "HALF_EQUIRECTANGULAR, copy.mp4",
        "HALF_EQUIRECTANGULAR, copy.mkv",
        "EQUIRECTANGULAR, copy.mp4",
        "EQUIRECTANGULAR, copy.mkv"
    })
    void whatAFileSaysIsReadInEveryContainer(Projection projection, String name)
            throws IOException, URISyntaxException {
        Told told = remuxed(projection, name).told();

        assertThat(told.projection()).contains(projection);
        assertThat(told.stereo()).contains(Stereo.LEFT_RIGHT);
        assertThat(told.troubles()).isEmpty();
    }

    /** FFmpeg writes Apple's box there, without how eyes share the frame. */
    @Test
    void whatQuickTimeFilesSayIsRead() throws IOException, URISyntaxException {
        assertThat(remuxed(Projection.EQUIRECTANGULAR, "copy.mov").told().projection())
                .contains(Projection.EQUIRECTANGULAR);
    }

    /** Spherical Video V1 is text in a box of the track, as cameras and YouTube's first tools write it. */
    @ParameterizedTest
    @CsvSource({"'', MONO", "top-bottom, TOP_BOTTOM", "left-right, LEFT_RIGHT"})
    void whatTheFirstVersionSaysIsRead(String mode, Stereo stereo) throws IOException, URISyntaxException {
        Path plain = Path.of(InitSegment.class.getResource("chunk-0.mp4").toURI());
        String eyes = mode.isEmpty() ? "" : "<GSpherical:StereoMode>" + mode + "</GSpherical:StereoMode>";
        Path film = SphereFiles.withInTrack(plain, firstVersion(eyes), folder.resolve("first.mp4"));

        Told told = prober().probe(film).video().told();

        assertThat(told.sphere()).isEqualTo(new Sphere(Projection.EQUIRECTANGULAR, stereo, Pose.UPRIGHT));
        assertThat(told.troubles()).isEmpty();
    }

    private static byte[] firstVersion(String more) {
        String text = "<rdf:SphericalVideo xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns:GSpherical='http://ns.google.com/videos/1.0/spherical/'>"
                + "<GSpherical:Spherical>true</GSpherical:Spherical><GSpherical:Stitched>true</GSpherical:Stitched>"
                + "<GSpherical:ProjectionType>equirectangular</GSpherical:ProjectionType>"
                + "<GSpherical:StitchingSoftware>a camera</GSpherical:StitchingSoftware>" + more
                + "</rdf:SphericalVideo>";
        byte[] said = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(24 + said.length)
                .putInt(24 + said.length)
                .put("uuid".getBytes(StandardCharsets.US_ASCII))
                .put(HexFormat.of().parseHex("ffcc8263f8554a938814587a02521fdd"))
                .put(said)
                .array();
    }

    @Test
    void howASphereIsTurnedIsReadToTheFraction() throws IOException, URISyntaxException {
        assertThat(SourceBoxes.read(half()).sphere()).isEqualTo(HALF);
    }

    @Test
    void soundFromEverywhereIsReadTrackByTrack() throws IOException, URISyntaxException {
        Path plain = Path.of(InitSegment.class.getResource("sound.mp4").toURI());
        Box box = new Box.Leaf("SA3D", AmbisonicsTest.body(0, 1, 0, 0, 1, 2, 3).array());
        byte[] init =
                InitSegment.read(plain).withInEntry(Set.of(), List.of(box)).bytes();
        Path around = SphereFiles.withInit(plain, init, folder.resolve("around.mp4"));

        assertThat(SourceBoxes.sounds(around))
                .containsExactly(Optional.of(new Ambisonics(1, false, true, List.of(0, 1, 2, 3))));
        assertThat(SourceBoxes.sounds(plain)).containsExactly(Optional.empty());
        assertThat(SourceBoxes.sounds(half())).isEmpty();
    }

    /** FFmpeg opens no such file. */
    @Test
    void aFileThatIsBrokenThereIsRefusedForThatAndNoOtherReason() throws IOException, URISyntaxException {
        byte[] bytes = Files.readAllBytes(half());
        int bounds = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("equi") + 8;
        Arrays.fill(bytes, bounds, bounds + 16, (byte) -1);
        Path broken = Files.write(folder.resolve("broken.mp4"), bytes);

        assertThatThrownBy(() -> prober().probe(broken))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("The file has a part of a sphere that is not its front half.")
                .hasMessageContaining("Export it without that");
    }

    @Test
    void whatIsCutOffOrNoFilmSaysNothing() throws IOException, URISyntaxException {
        byte[] whole = Files.readAllBytes(half());
        for (int length = 0; length < 400; length++) {
            Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, length));
            assertThat(SourceBoxes.read(cut)).isEqualTo(NOTHING);
        }
        assertThat(SourceBoxes.read(Files.writeString(folder.resolve("text.mp4"), "Dear diary,\n".repeat(99))))
                .isEqualTo(NOTHING);
    }
}
