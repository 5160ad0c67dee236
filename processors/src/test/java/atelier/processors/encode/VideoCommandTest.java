package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.CopyCuts;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VideoCommandTest {
    static final SourcePicture PICTURE =
            new SourcePicture(Scan.PROGRESSIVE, new SourceColour(Optional.of("bt709"), false, "bt709", "bt709", false));

    private static final Path OUTPUT = Path.of("/work/job/encoded.mp4");

    @Test
    void aChunkAtAConstantRateIsCutExactlyAndItsFramesAreCounted() {
        ChunkSpan span = new ChunkSpan(
                90_000, 90_000, 270_000, 50, 12_500, 12_500, 25_000, 500, 500, List.of(0L, 12_500L), List.of(0L));

        Command command = command(span, Scan.PROGRESSIVE, Recipes.SD, 2).writing(OUTPUT);

        assertThat(String.join(" ", command.arguments())).isEqualTo("""
                -hide_banner -nostdin -v warning -benchmark -threads 2 -protocol_whitelist file -noaccurate_seek \
                -seek_timestamp 1 -ss 1.000003 -copyts -i file:/sources/a b.mp4 -map 0:3 -filter_threads 1 \
                -vf trim=start_pts=90000:end_pts=270000,settb=1/12500,setpts=N*500,\
                scale=722:406:flags=bicubic:in_color_matrix=bt709:in_range=tv:out_color_matrix=bt709:out_range=tv,\
                setsar=1,format=yuv420p,\
                setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709 -an -sn -dn -map_metadata -1 -map_chapters -1 \
                -fps_mode passthrough -enc_time_base 1:12500 \
                -c:v libx264 -preset veryfast -profile:v high -crf 23 -maxrate 1600k -bufsize 3200k -bf 3 -threads 2 \
                -forced-idr 1 -color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 \
                -force_key_frames 0.000000,1.000000 -g 100000 -sc_threshold 0 -x264-params fps=25/1:vbv-init=0.3 \
                -flags:v +bitexact -video_track_timescale 12500 -use_editlist 0 -avoid_negative_ts disabled \
                -movflags +cmaf+frag_keyframe+empty_moov+default_base_moof -f mp4 -stats_period 0.5 -progress pipe:1 \
                -nostats -y /work/job/encoded.mp4""");
        assertThat(command.directory()).isEqualTo(OUTPUT.getParent());
    }

    @Test
    void withoutAConstantRateFramesKeepTheirTimesAndAreNotReordered() {
        ChunkSpan span = new ChunkSpan(0, 0, 180_000, 20, 90_000, 0, 180_000, 0, 0, List.of(0L, 100_001L), List.of(0L));

        List<String> arguments =
                command(span, Scan.PROGRESSIVE, Recipes.SD, 1).writing(OUTPUT).arguments();

        assertThat(after(arguments, "-vf"))
                .startsWith("trim=start_pts=0:end_pts=180000,settb=1/90000,"
                        + "setpts='if(N,max(PTS-STARTPTS,PREV_OUTPTS+1),0)',scale=");
        assertThat(after(arguments, "-bf")).isEqualTo("0");
        assertThat(command(span, Scan.PROGRESSIVE, Recipes.SD, 1).delayTicks()).isZero();
    }

    @Test
    void aKeyFramesTimeIsNeverRoundedUpPastItsFrame() {
        ChunkSpan span = new ChunkSpan(
                0, 0, 60_060, 60, 30_000, 0, 60_060, 1001, 1001, List.of(0L, 20_020L, 40_040L), List.of(0L));

        List<String> arguments =
                command(span, Scan.PROGRESSIVE, Recipes.SD, 1).writing(OUTPUT).arguments();

        assertThat(after(arguments, "-force_key_frames")).isEqualTo("0.000000,0.667333,1.334666");
    }

    @Test
    void twoFieldsAreMadeOnePictureBeforeItIsScaled() {
        ChunkSpan span = new ChunkSpan(0, 0, 180_000, 50, 12_500, 0, 25_000, 500, 500, List.of(0L), List.of(0L));

        assertThat(after(
                        command(span, Scan.BOTTOM_FIRST, Recipes.SD, 1)
                                .writing(OUTPUT)
                                .arguments(),
                        "-vf"))
                .contains("setpts=N*500,bwdif=mode=send_frame:parity=bff,scale=");
    }

    @Test
    void hevcHasClosedGopsNoThreadsOfItsOwnAndTheTagThatApplesPlayersWant() {
        ChunkSpan span = new ChunkSpan(0, 0, 180_000, 50, 12_500, 0, 25_000, 500, 500, List.of(0L), List.of(0L));

        List<String> arguments =
                command(span, Scan.PROGRESSIVE, Recipes.UHD, 1).writing(OUTPUT).arguments();

        assertThat(String.join(" ", arguments)).contains("""
                -c:v libx265 -preset ultrafast -profile:v main -crf 22 -maxrate 2000k -bufsize 4000k -bf 3 -threads 1 \
                -forced-idr 1 -color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 \
                -force_key_frames 0.000000 -g 100000 -sc_threshold 0 -x265-params log-level=error:info=0:open-gop=0:\
                scenecut=0:min-keyint=1:pools=none:frame-threads=1:vbv-init=0.3 -tag:v hvc1 -flags:v +bitexact""");
    }

    @Test
    void aFilmsBeginningIsNotLookedForAndOfTooManyPicturesSomeAreShown() {
        ChunkSpan span = new ChunkSpan(
                0, 0, 180_000, 60, 12_000, 0, 12_000, 200, 200, List.of(0L), List.of(0L), CopyCuts.NONE, 2);

        List<String> arguments =
                command(span, Scan.PROGRESSIVE, Recipes.SD, 1).writing(OUTPUT).arguments();

        assertThat(arguments).doesNotContain("-ss");
        assertThat(after(arguments, "-vf")).startsWith("trim=start_pts=0:end_pts=180000,select=not(mod(n\\,2)),settb=");
    }

    private static VideoCommand command(ChunkSpan span, Scan scan, Recipe recipe, int threads) {
        return new VideoCommand(
                new EncodeInput(Path.of("/sources/a b.mp4"), List.of("-protocol_whitelist", "file"), 3),
                new Ratio(1, 90_000),
                span,
                new FrameSize(722, 406),
                new SourcePicture(scan, PICTURE.colour()),
                Look.STANDARD,
                recipe,
                threads);
    }

    private static String after(List<String> arguments, String option) {
        return arguments.get(arguments.indexOf(option) + 1);
    }
}
