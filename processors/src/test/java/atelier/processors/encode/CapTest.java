package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Capability;
import atelier.processors.ffmpeg.CapabilityProbe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import atelier.processors.mp4.ExpectedChunk;
import atelier.processors.mp4.SegmentWriter;
import atelier.processors.probe.InputOptions;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many bits a film wants, its peaks stay where players were told they are. */
class CapTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 8L << 30, 0);
    private static final FrameSize SIZE = new FrameSize(160, 90);
    private static final int SECONDS = 6;
    private static final int FRAMES = 25 * SECONDS;
    private static final int CAP = 300;

    /** A chunk may spend, beside its share, what its buffer of two seconds holds when it begins; AV1 is no more exact than a sixth. */
    private static final double MOST = CAP * (1 + 0.3 * 2 / SECONDS + 1 / 6.0);

    @TempDir
    private static Path folder;

    private static Path noise;

    @BeforeAll
    static void makeNoise() {
        noise = folder.resolve("noise.mov");
        run("-v error -f lavfi -i color=gray:s=160x90:r=25:d=" + SECONDS + ",noise=alls=100:allf=t+u -c:v libx264"
                + " -preset ultrafast -qp 0 -pix_fmt yuv420p -video_track_timescale 25 -progress pipe:1 " + noise);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264", "hevc", "av1"})
    void noiseIsKeptUnderIt(String codec) throws IOException {
        assumeThat(!codec.equals("av1") || hasAv1()).as("an encoder of AV1").isTrue();

        assertThat(kilobits(codec, 0)).as("what it wants").isGreaterThan(2 * CAP);
        assertThat(kilobits(codec, CAP)).as("what it gets").isBetween(CAP / 2.0, MOST);
    }

    private static boolean hasAv1() {
        return !new CapabilityProbe(FfmpegForTests.programs(), FfmpegForTests.installation(), folder)
                .probe(Set.of(Capability.LIBSVTAV1))
                .working()
                .isEmpty();
    }

    /** What its one segment has a second. */
    private static double kilobits(String codec, int maxrate) throws IOException {
        ChunkSpan span =
                new ChunkSpan(0, 0, FRAMES, FRAMES, 12_800, 0, FRAMES * 512L, 512, 512, List.of(0L), List.of(0L));
        Recipe recipe = Recipes.coded(codec, maxrate);
        VideoCommand command = new VideoCommand(
                new EncodeInput(noise, InputOptions.beforeInput(), 0),
                new Ratio(1, 25),
                span,
                SIZE,
                new SourcePicture(
                        Scan.PROGRESSIVE,
                        new SourceColour(Optional.of("bt709"), false, "bt709", "bt709", false),
                        new SphereFrame(Sphere.PLAIN, SIZE.width(), SIZE.height())),
                Look.STANDARD,
                recipe,
                1,
                Effort.USUAL);
        Path encoded = folder.resolve(codec + maxrate + ".mp4");
        FfmpegForTests.programs()
                .run(new SharedVideoCommand(List.of(command)).writing(List.of(encoded)), LIMITS, line -> {});
        return new SegmentWriter(1, command.delayTicks())
                        .writeChunk(
                                encoded,
                                new ExpectedChunk(FRAMES, span.durationTicks(), span.segmentStarts()),
                                0,
                                Files.createDirectories(folder.resolve("segments-" + codec + maxrate)))
                        .segments()
                        .get(0)
                        .bytes()
                * 8
                / 1000.0
                / SECONDS;
    }

    private static void run(String words) {
        FfmpegForTests.programs()
                .run(new Command(Program.FFMPEG, List.of(words.split(" ")), folder), LIMITS, line -> {});
    }
}
