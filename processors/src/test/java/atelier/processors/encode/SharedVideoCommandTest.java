package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.InputOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedVideoCommandTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(2), Duration.ofMinutes(1), 0, 0);

    /** From the second second to the fourth. */
    private static final ChunkSpan SPAN = new ChunkSpan(
            12_800, 12_800, 38_400, 50, 12_800, 12_800, 25_600, 512, 512, List.of(0L, 12_800L), List.of(0L));

    @TempDir
    Path folder;

    @Test
    void theInputIsDecodedOnceForAll() {
        Command written = new SharedVideoCommand(List.of(part(320, 180), part(160, 90)))
                .writing(List.of(folder.resolve("large.mp4"), folder.resolve("small.mp4")));

        List<String> words = written.arguments();
        assertThat(words).containsOnlyOnce("-i").contains("-filter_complex");
        assertThat(words.get(words.indexOf("-filter_complex") + 1)).isEqualTo("""
                [0:0]trim=start_pts=12800:end_pts=38400,settb=1/12800,setpts=N*512,split=2[cut0][cut1];\
                [cut0]scale=320:180:flags=bicubic:in_color_matrix=bt709:in_range=tv:out_color_matrix=bt709:out_range=tv,\
                setsar=1,format=yuv420p,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,\
                split=3[made0][allsample0-0][allsample0-1];\
                [allsample0-0]select='gte(t,-0.000039063)*(isnan(prev_selected_t)+lt(prev_selected_t,-0.000039063))\
                +gte(t,0.999960938)*(isnan(prev_selected_t)+lt(prev_selected_t,0.999960938))',\
                scale=40:32:flags=area,format=yuv444p[sample0-0];\
                [allsample0-1]select='eq(n,3)',scale=40:32:flags=area,format=yuv444p[sample0-1];\
                [cut1]scale=160:90:flags=bicubic:in_color_matrix=bt709:in_range=tv:out_color_matrix=bt709:out_range=tv,\
                setsar=1,format=yuv420p,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,\
                split=3[made1][allsample1-0][allsample1-1];\
                [allsample1-0]select='gte(t,-0.000039063)*(isnan(prev_selected_t)+lt(prev_selected_t,-0.000039063))\
                +gte(t,0.999960938)*(isnan(prev_selected_t)+lt(prev_selected_t,0.999960938))',\
                scale=32:32:flags=area,format=yuv444p[sample1-0];\
                [allsample1-1]select='eq(n,3)',scale=32:32:flags=area,format=yuv444p[sample1-1]""");
    }

    @Test
    void eachPartComesOutToTheByteAsItWouldAlone() throws IOException {
        makeAClip();
        Path large = folder.resolve("large.mp4");
        Path small = folder.resolve("small.mp4");
        Path alone = folder.resolve("alone.mp4");

        run(new SharedVideoCommand(List.of(part(320, 180), part(160, 90))).writing(List.of(large, small)));

        run(new SharedVideoCommand(List.of(part(320, 180))).writing(List.of(alone)));
        assertThat(large).hasSameBinaryContentAs(alone);
        run(new SharedVideoCommand(List.of(part(160, 90))).writing(List.of(alone)));
        assertThat(small).hasSameBinaryContentAs(alone);
    }

    private VideoCommand part(int width, int height) {
        EncodeInput input = new EncodeInput(folder.resolve("clip.mp4"), InputOptions.beforeInput(), 0);
        return new VideoCommand(
                input,
                new Ratio(1, 12_800),
                SPAN,
                new FrameSize(width, height),
                VideoCommandTest.PICTURE,
                Look.STANDARD,
                Recipes.SD,
                1,
                Effort.USUAL);
    }

    private void makeAClip() {
        String making = "-v error -f lavfi -i testsrc2=s=320x180:r=25:d=5 -c:v libx264 -g 25 -progress pipe:1 -y ";
        run(new Command(Program.FFMPEG, List.of((making + folder.resolve("clip.mp4")).split(" ")), folder));
    }

    private static void run(Command command) {
        FfmpegForTests.programs().run(command, LIMITS, line -> {});
    }
}
