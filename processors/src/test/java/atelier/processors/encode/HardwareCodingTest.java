package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole commands for devices that no machine of ours has. */
class HardwareCodingTest {
    private static final Path OUTPUT = Path.of("/work/job/encoded.mp4");
    private static final ChunkSpan SPAN =
            new ChunkSpan(0, 0, 180_000, 50, 12_500, 0, 25_000, 500, 500, List.of(0L, 12_500L), List.of(0L));
    private static final ChunkSpan VARYING =
            new ChunkSpan(0, 0, 180_000, 50, 12_500, 0, 25_000, 0, 0, List.of(0L), List.of(0L));

    private static String written(Recipe recipe, ChunkSpan span, Look look) {
        VideoCommand command = new VideoCommand(
                new EncodeInput(Path.of("/sources/a.mp4"), List.of("-protocol_whitelist", "file"), 0),
                new Ratio(1, 90_000),
                span,
                new FrameSize(722, 406),
                VideoCommandTest.PICTURE,
                look,
                recipe,
                1,
                Effort.USUAL);
        Command written = new SharedVideoCommand(List.of(command)).writing(List.of(OUTPUT));
        return String.join(" ", written.arguments());
    }

    /** What stands between the pictures' way and the writer's options. */
    private static String coding(String command) {
        int from = command.indexOf("-enc_time_base 1:12500 ") + "-enc_time_base 1:12500 ".length();
        return command.substring(from, command.indexOf(" -video_track_timescale"));
    }

    @Test
    void nvencTakesPicturesAsTheyAre() {
        String command = written(Recipes.SD.withEncoder("h264_nvenc"), SPAN, Look.STANDARD);

        assertThat(command).isEqualTo("""
                -hide_banner -nostdin -v warning -benchmark -threads 1 -protocol_whitelist file -copyts \
                -i file:/sources/a.mp4 -filter_complex_threads 1 -filter_complex \
                [0:0]trim=start_pts=0:end_pts=180000,settb=1/12500,setpts=N*500,\
                scale=722:406:flags=bicubic:in_color_matrix=bt709:in_range=tv:out_color_matrix=bt709:out_range=tv,\
                setsar=1,format=yuv420p,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,\
                split=3[made0][allsample0-0][allsample0-1];\
                [allsample0-0]select='gte(t,-0.000040000)*(isnan(prev_selected_t)+lt(prev_selected_t,-0.000040000))\
                +gte(t,0.999960000)*(isnan(prev_selected_t)+lt(prev_selected_t,0.999960000))',\
                scale=90:50:flags=area,format=yuv444p[sample0-0];\
                [allsample0-1]select='eq(n,3)',scale=90:50:flags=area,format=yuv444p[sample0-1] \
                -stats_period 0.2 -progress pipe:1 -nostats -y -map [made0] -an -sn -dn -map_metadata -1 \
                -map_chapters -1 -fps_mode passthrough -enc_time_base 1:12500 \
                -c:v h264_nvenc -profile:v high -preset p5 -tune hq -rc vbr -cq 23 -b:v 0 -spatial-aq 1 \
                -b_ref_mode disabled -no-scenecut 1 -forced-idr 1 -maxrate 1600k -bufsize 3200k -bf 2 \
                -color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 \
                -force_key_frames 0.000000,1.000000 -g 100000 -video_track_timescale 12500 -use_editlist 0 \
                -avoid_negative_ts disabled -flush_packets 1 -movflags +cmaf+frag_keyframe+empty_moov+default_base_moof -f mp4 \
                /work/job/encoded.mp4 -map [sample0-0] -fps_mode passthrough -c:v rawvideo -f rawvideo \
                /work/job/encoded.mp4.keys -map [sample0-1] -fps_mode passthrough -c:v rawvideo -f rawvideo \
                /work/job/encoded.mp4.predicted""");
    }

    @Test
    void vaapiHasThemTakenToItsDevice() {
        String command = written(Recipes.SD.withEncoder("h264_vaapi"), SPAN, Look.STANDARD);

        assertThat(command)
                .startsWith("-hide_banner -nostdin -v warning -benchmark -init_hw_device vaapi=device"
                        + " -filter_hw_device device -threads 1 ")
                .contains("split=3[all0][allsample0-0][allsample0-1];[all0]format=nv12,hwupload[made0];[allsample0-0]");
        assertThat(coding(command)).isEqualTo("""
                -c:v h264_vaapi -profile:v high -rc_mode QVBR -global_quality 23 -b:v 1066k -b_depth 1 -idr_interval 0 \
                -maxrate 1600k -bufsize 3200k -bf 2 -color_range tv -colorspace bt709 -color_primaries bt709 \
                -color_trc bt709 -force_key_frames 0.000000,1.000000 -g 100000""");
    }

    @Test
    void quickSyncAndVideoToolboxHaveTheirOwnScales() {
        assertThat(coding(written(Recipes.SD.withEncoder("h264_qsv"), SPAN, Look.STANDARD)))
                .isEqualTo("""
                -c:v h264_qsv -profile:v high -preset medium -global_quality 23 -b:v 1066k -adaptive_i 0 -adaptive_b 0 \
                -b_strategy 0 -forced_idr 1 -maxrate 1600k -bufsize 3200k -bf 2 -color_range tv -colorspace bt709 \
                -color_primaries bt709 -color_trc bt709 -force_key_frames 0.000000,1.000000 -g 100000""");
        assertThat(coding(written(Recipes.SD.withEncoder("h264_videotoolbox"), SPAN, Look.STANDARD)))
                .isEqualTo("""
                -c:v h264_videotoolbox -profile:v high -q:v 60 -allow_sw 0 -maxrate 1600k -bufsize 3200k -bf 2 \
                -color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 \
                -force_key_frames 0.000000,1.000000 -g 100000""");
    }

    @Test
    void hevcOfTenBitsStaysSoAndWithoutAConstantRateNothingIsReordered() {
        Look deep = new Look("yuv420p10le", "bt709", "tv", "bt709", "bt709", "bt709");
        String command = written(Recipes.UHD.withEncoder("hevc_vaapi"), VARYING, deep);

        assertThat(command).contains("[all0]format=p010le,hwupload[made0]");
        assertThat(coding(command))
                .contains("-c:v hevc_vaapi -profile:v main10 ", " -bf 0 ")
                .endsWith(" -g 100000 -tag:v hvc1");
    }
}
