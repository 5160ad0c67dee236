package atelier.processors.spherical;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SphereFrameTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);

    @TempDir
    Path folder;

    private static SphereFrame frame(Projection projection, Stereo stereo, int width, int height) {
        return new SphereFrame(new Sphere(projection, stereo, Pose.UPRIGHT), width, height);
    }

    @ParameterizedTest
    @CsvSource({
        "CUBEMAP, MONO, 3840, 2560, 5120, 2560",
        "EQUIANGULAR_CUBEMAP, TOP_BOTTOM, 3840, 4320, 4320, 4320",
        "CUBEMAP, LEFT_RIGHT, 3840, 1280, 5120, 1280",
        "EQUIRECTANGULAR, TOP_BOTTOM, 3840, 2160, 3840, 2160",
        "FLAT, MONO, 1920, 1080, 1920, 1080"
    })
    void unfoldedEachEyesPictureIsTwiceAsWideAsHigh(
            Projection projection, Stereo stereo, int width, int height, int wide, int high) {
        SphereFrame unfolded = frame(projection, stereo, width, height).unfolded();

        assertThat(unfolded).isEqualTo(frame(projection.published(), stereo, wide, high));
    }

    @Test
    void whatIsNoCubeIsLeftAsItIsAndWhatIsFlatHasNoView() {
        assertThat(frame(Projection.EQUIRECTANGULAR, Stereo.MONO, 4, 2).unfolding())
                .isEmpty();
        assertThat(frame(Projection.FLAT, Stereo.LEFT_RIGHT, 4, 2).unfolding()).isEmpty();
        assertThat(frame(Projection.FLAT, Stereo.MONO, 4, 2).view(722, 406)).isEmpty();
        assertThat(frame(Projection.FLAT, Stereo.MONO, 4, 2).viewed())
                .isEqualTo(frame(Projection.FLAT, Stereo.MONO, 4, 2));
    }

    /** A picture is folded by FFmpeg and unfolded by our filter: what lies elsewhere then is some 10 dB. */
    @ParameterizedTest
    @CsvSource({
        "CUBEMAP, MONO, c3x2, 2d, 384, 256, 512, 256",
        "CUBEMAP, TOP_BOTTOM, c3x2, tb, 384, 512, 512, 512",
        "CUBEMAP, LEFT_RIGHT, c3x2, sbs, 768, 256, 1024, 256",
        "EQUIANGULAR_CUBEMAP, MONO, eac, 2d, 384, 256, 512, 256",
        "EQUIANGULAR_CUBEMAP, TOP_BOTTOM, eac, tb, 384, 512, 512, 512"
    })
    void whatIsUnfoldedIsWhatWasFolded(
            Projection projection, Stereo stereo, String form, String eyes, int width, int height, int wide, int high) {
        SphereFrame folded = frame(projection, stereo, width, height);
        String fold = "v360=input=e:output=" + form + ":in_stereo=" + eyes + ":out_stereo=" + eyes + ":w=384:h=256";
        String graph = "split[plain][other];[other]" + fold + ","
                + folded.unfolding().orElseThrow() + "[again];[plain][again]psnr=f=-";
        String sphere = "testsrc2=s=" + wide + "x" + high + ":r=1:d=1,format=yuv444p,gblur=1";
        String line = ffmpeg("-f", "lavfi", "-i", sphere, "-filter_complex", graph, "-f", "null", "-")
                .get(0);

        assertThat(Double.parseDouble(line.replaceAll(".*psnr_avg:(\\S+).*", "$1")))
                .isGreaterThan(25);
    }

    /** Left red, right blue, and the front, which is in the middle, green: to be seen ahead by one eye alone. */
    @ParameterizedTest
    @CsvSource({"MONO, 512x256", "TOP_BOTTOM, 512x512", "LEFT_RIGHT, 1024x256"})
    void aViewIsOfTheFront(Stereo stereo, String size) {
        int width = Integer.parseInt(size.replaceAll("x.*", ""));
        int height = Integer.parseInt(size.replaceAll(".*x", ""));
        String across = stereo == Stereo.LEFT_RIGHT ? "mod(X,W/2)/(W/2)" : "X/W";
        String sphere = "color=s=" + size + ":r=1:d=1,format=gbrp,geq=r='255*lt(" + across + ",0.375)':g='255*between("
                + across + ",0.375,0.625)':b='255*gt(" + across + ",0.625)'";
        String view = frame(Projection.EQUIRECTANGULAR, stereo, width, height)
                .view(160, 90)
                .orElseThrow();

        List<String> said = ffmpeg(
                "-f",
                "lavfi",
                "-i",
                sphere,
                "-vf",
                view + ",format=gbrp,crop=2:2:iw/2:ih/2,signalstats,metadata=print:file=-",
                "-f",
                "null",
                "-");

        assertThat(view).contains("w=320:h=180:h_fov=100:v_fov=68");
        assertThat(said)
                .contains("lavfi.signalstats.YAVG=145", "lavfi.signalstats.UAVG=54", "lavfi.signalstats.VAVG=34");
    }

    private List<String> ffmpeg(String... arguments) {
        List<String> words = new ArrayList<>(List.of("-nostdin", "-v", "error"));
        words.addAll(List.of(arguments));
        List<String> lines = new ArrayList<>();
        FfmpegForTests.programs().run(new Command(Program.FFMPEG, words, folder), LIMITS, lines::add);
        return lines;
    }
}
