package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.CopyCuts;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import atelier.processors.spherical.Pose;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereFrame;
import atelier.processors.spherical.Stereo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VideoCommandTest {
    private static final ChunkSpan SPAN =
            new ChunkSpan(0, 0, 180_000, 50, 12_500, 0, 25_000, 500, 500, List.of(0L), List.of(0L));

    static final SphereFrame FLAT = new SphereFrame(Sphere.PLAIN, 1280, 720);

    static final SourcePicture PICTURE = new SourcePicture(
            Scan.PROGRESSIVE, new SourceColour(Optional.of("bt709"), false, "bt709", "bt709", false), FLAT);

    private static final Path OUTPUT = Path.of("/work/job/encoded.mp4");
    private static final ChunkSpan SECOND =
            new ChunkSpan(0, 0, 90_000, 25, 12_500, 0, 12_500, 500, 500, List.of(0L), List.of(0L));

    @Test
    void aChunkAtAConstantRateIsCutExactlyAndItsFramesAreCounted() {
        ChunkSpan span = new ChunkSpan(
                90_000, 90_000, 270_000, 50, 12_500, 12_500, 25_000, 500, 500, List.of(0L, 12_500L), List.of(0L));

        Command command = written(command(span, Scan.PROGRESSIVE, Recipes.SD, 2));

        assertThat(String.join(" ", command.arguments())).isEqualTo("""
                -hide_banner -nostdin -v warning -benchmark -threads 2 -protocol_whitelist file -noaccurate_seek \
                -seek_timestamp 1 -ss 1.000003 -copyts -i file:/sources/a b.mp4 -filter_complex_threads 1 \
                -filter_complex [0:3]trim=start_pts=90000:end_pts=270000,settb=1/12500,setpts=N*500,\
                scale=722:406:flags=bicubic:in_color_matrix=bt709:in_range=tv:out_color_matrix=bt709:out_range=tv,\
                setsar=1,format=yuv420p,\
                setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,\
                split=3[made0][allsample0-0][allsample0-1];\
                [allsample0-0]select='gte(t,-0.000040000)*(isnan(prev_selected_t)+lt(prev_selected_t,-0.000040000))\
                +gte(t,0.999960000)*(isnan(prev_selected_t)+lt(prev_selected_t,0.999960000))',\
                scale=90:50:flags=area,format=yuv444p[sample0-0];\
                [allsample0-1]select='eq(n,3)',scale=90:50:flags=area,format=yuv444p[sample0-1] \
                -stats_period 0.2 -progress pipe:1 -nostats -y -map [made0] -an -sn -dn -map_metadata -1 -map_chapters -1 \
                -fps_mode passthrough -enc_time_base 1:12500 \
                -c:v libx264 -preset veryfast -profile:v high -crf 23 -maxrate 1600k -bufsize 3200k -bf 3 -threads 2 \
                -forced-idr 1 -color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 \
                -force_key_frames 0.000000,1.000000 -g 100000 -sc_threshold 0 -x264-params fps=25/1:vbv-init=0.3 \
                -flags:v +bitexact -video_track_timescale 12500 -use_editlist 0 -avoid_negative_ts disabled \
                -flush_packets 1 -movflags +cmaf+frag_keyframe+empty_moov+default_base_moof -f mp4 /work/job/encoded.mp4 \
                -map [sample0-0] -fps_mode passthrough -c:v rawvideo -f rawvideo /work/job/encoded.mp4.keys \
                -map [sample0-1] -fps_mode passthrough -c:v rawvideo -f rawvideo /work/job/encoded.mp4.predicted""");
        assertThat(command.directory()).isEqualTo(OUTPUT.getParent());
    }

    @Test
    void withoutAConstantRateFramesKeepTheirTimesAndAreNotReordered() {
        ChunkSpan span = new ChunkSpan(0, 0, 180_000, 20, 90_000, 0, 180_000, 0, 0, List.of(0L, 100_001L), List.of(0L));

        List<String> arguments =
                written(command(span, Scan.PROGRESSIVE, Recipes.SD, 1)).arguments();

        assertThat(after(arguments, "-filter_complex"))
                .startsWith("[0:3]trim=start_pts=0:end_pts=180000,settb=1/90000,"
                        + "setpts='if(N,max(PTS-STARTPTS,PREV_OUTPTS+1),0)',scale=");
        assertThat(after(arguments, "-bf")).isEqualTo("0");
        assertThat(command(span, Scan.PROGRESSIVE, Recipes.SD, 1).delayTicks()).isZero();
    }

    @Test
    void aKeyFramesTimeIsNeverRoundedUpPastItsFrame() {
        ChunkSpan span = new ChunkSpan(
                0, 0, 60_060, 60, 30_000, 0, 60_060, 1001, 1001, List.of(0L, 20_020L, 40_040L), List.of(0L));

        List<String> arguments =
                written(command(span, Scan.PROGRESSIVE, Recipes.SD, 1)).arguments();

        assertThat(after(arguments, "-force_key_frames")).isEqualTo("0.000000,0.667333,1.334666");
    }

    @Test
    void twoFieldsAreMadeOnePictureBeforeItIsScaled() {
        ChunkSpan span = new ChunkSpan(0, 0, 180_000, 50, 12_500, 0, 25_000, 500, 500, List.of(0L), List.of(0L));

        assertThat(after(
                        written(command(span, Scan.BOTTOM_FIRST, Recipes.SD, 1)).arguments(), "-filter_complex"))
                .contains("setpts=N*500,bwdif=mode=send_frame:parity=bff,scale=");
    }

    @Test
    void ofTelecinedFilmTheFilmsPicturesAreShown() {
        ChunkSpan span = new ChunkSpan(
                0, 0, 159_159, 43, 120_000, 0, 212_212, 0, 5005, List.of(0L), List.of(0L), CopyCuts.NONE, 1, true);

        assertThat(command(span, Scan.FILM_TOP_FIRST, Recipes.SD, 1).cutting())
                .isEqualTo("trim=start_pts=0:end_pts=159159,fieldmatch=order=tff:combmatch=full,"
                        + "bwdif=mode=send_frame:parity=tff:deint=interlaced,decimate,settb=1/120000,"
                        + "setpts=min(N\\,40)*5005+max(0\\,N-40)*4004");
    }

    @Test
    void hevcHasClosedGopsNoThreadsOfItsOwnAndTheTagThatApplesPlayersWant() {
        ChunkSpan span = new ChunkSpan(0, 0, 180_000, 50, 12_500, 0, 25_000, 500, 500, List.of(0L), List.of(0L));

        List<String> arguments =
                written(command(span, Scan.PROGRESSIVE, Recipes.UHD, 1)).arguments();

        assertThat(String.join(" ", arguments)).contains("""
                -c:v libx265 -preset ultrafast -profile:v main -crf 22 -maxrate 2000k -bufsize 4000k -bf 3 -threads 1 \
                -forced-idr 1 -color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 \
                -force_key_frames 0.000000 -g 100000 -sc_threshold 0 -x265-params log-level=error:info=0:open-gop=0:\
                scenecut=0:min-keyint=1:pools=none:wpp=0:frame-threads=1:limit-sao=1:vbv-init=0.3 \
                -tag:v hvc1 -flags:v +bitexact""");
    }

    @Test
    void aboveHdHevcHasNoBlocksSmallerThan16Pixels() {
        assertThat(hevc(new FrameSize(2560, 1440))).contains("limit-sao=1:min-cu-size=16:vbv-init");
        assertThat(hevc(new FrameSize(7680, 3840))).contains("ref=1:min-cu-size=16:vbv-init");
        assertThat(hevc(new FrameSize(1920, 1080))).doesNotContain("min-cu-size");
    }

    @Test
    void hevcOfMoreThan4KIsDecodedByAProcessOfItsOwn() {
        assertThat(sized(new FrameSize(7680, 3840), Recipes.UHD).isApart()).isTrue();
        assertThat(sized(new FrameSize(3840, 2160), Recipes.UHD).isApart()).isFalse();
        assertThat(sized(new FrameSize(4096, 2048), Recipes.SD).isApart()).isFalse();
        assertThat(sized(new FrameSize(7680, 3840), Recipes.UHD.withEncoder("hevc_nvenc"))
                        .isApart())
                .isFalse();
    }

    @Test
    void aRawPictureOfEightBitsHasTwelveForEachPixel() {
        VideoCommand shallow = sized(new FrameSize(7680, 3840), Recipes.UHD);

        assertThat(shallow.pipe(Path.of("/scratch")).bytes()).isEqualTo(7680 * 3840 * 3 / 2);
    }

    private static VideoCommand sized(FrameSize size, Recipe recipe) {
        VideoCommand command = command(SPAN, Scan.PROGRESSIVE, recipe, 1);
        return new VideoCommand(
                command.input(),
                command.timeBase(),
                command.span(),
                size,
                command.picture(),
                command.look(),
                recipe,
                1,
                Effort.USUAL);
    }

    private static String hevc(FrameSize size) {
        return String.join(" ", new VideoCoding(SPAN, size, Look.STANDARD, Recipes.UHD, 1, Effort.USUAL).arguments());
    }

    @Test
    void aFilmsBeginningIsNotLookedForAndOfTooManyPicturesSomeAreShown() {
        ChunkSpan span = new ChunkSpan(
                0, 0, 180_000, 60, 12_000, 0, 12_000, 200, 200, List.of(0L), List.of(0L), CopyCuts.NONE, 2, false);

        List<String> arguments =
                written(command(span, Scan.PROGRESSIVE, Recipes.SD, 1)).arguments();

        assertThat(arguments).doesNotContain("-ss");
        assertThat(after(arguments, "-filter_complex"))
                .startsWith("[0:3]trim=start_pts=0:end_pts=180000,select=not(mod(n\\,2)),settb=");
    }

    @Test
    void aCubeIsUnfoldedOnceForAllThatIsMadeOfIt() {
        Sphere cube = new Sphere(Projection.CUBEMAP, Stereo.TOP_BOTTOM, Pose.UPRIGHT);
        SourcePicture picture =
                new SourcePicture(Scan.PROGRESSIVE, PICTURE.colour(), new SphereFrame(cube, 1536, 2048));

        assertThat(command(SECOND, picture, Recipes.SD, 1).cutting())
                .isEqualTo("trim=start_pts=0:end_pts=90000,settb=1/12500,setpts=N*500,"
                        + "v360=input=c3x2:output=e:in_stereo=tb:out_stereo=tb:w=2048:h=1024");
    }

    @Test
    void aPreviewOfASphereIsWhatAnEyeSeesAheadAfterItIsUnfolded() {
        SphereFrame cube = new SphereFrame(new Sphere(Projection.CUBEMAP, Stereo.LEFT_RIGHT, Pose.UPRIGHT), 3072, 1024);
        SourcePicture picture = new SourcePicture(Scan.PROGRESSIVE, PICTURE.colour(), cube);
        assertThat(command(SECOND, picture, Recipes.SD, 1).shaping())
                .startsWith("v360=input=e:output=flat:in_stereo=sbs:out_stereo=2d:w=1444:h=812:h_fov=100:v_fov=68,"
                        + "scale=722:406:");
        assertThat(command(SECOND, picture, Recipes.UHD, 1).shaping()).startsWith("scale=722:406:");
    }

    @Test
    void ofPicturesLargerThan4KHevcHoldsFew() {
        VideoCommand usual = command(SECOND, Scan.PROGRESSIVE, Recipes.UHD, 1);
        VideoCommand large = new VideoCommand(
                usual.input(),
                usual.timeBase(),
                SECOND,
                new FrameSize(7680, 3840),
                usual.picture(),
                usual.look(),
                usual.recipe(),
                2,
                Effort.USUAL);
        assertThat(after(written(large).arguments(), "-x265-params"))
                .contains(":pools=2:wpp=0:frame-threads=1:rc-lookahead=0:cutree=0:ref=1");
        assertThat(after(written(large).arguments(), "-bf")).isEqualTo("0");
        assertThat(after(large.decoding(), "-threads")).isEqualTo("1");
        assertThat(after(written(usual).arguments(), "-x265-params")).doesNotContain("lookahead");
        assertThat(after(written(usual).arguments(), "-bf")).isEqualTo("3");
    }

    @Test
    void onManyCoresFewOfPicturesLargerThan4KAreHeldAtATime() {
        List<String> usual =
                written(command(SECOND, Scan.PROGRESSIVE, Recipes.SD, 16)).arguments();
        assertThat(all(usual, "-threads")).containsExactly("16", "16");

        SphereFrame frame = new SphereFrame(Sphere.PLAIN, 7680, 3840);
        SourcePicture large = new SourcePicture(Scan.PROGRESSIVE, PICTURE.colour(), frame);
        List<String> held = written(command(SECOND, large, Recipes.SD, 16)).arguments();
        assertThat(all(held, "-threads")).containsExactly("3", "3");
    }

    private static VideoCommand command(ChunkSpan span, Scan scan, Recipe recipe, int threads) {
        return command(span, new SourcePicture(scan, PICTURE.colour(), FLAT), recipe, threads);
    }

    private static VideoCommand command(ChunkSpan span, SourcePicture picture, Recipe recipe, int threads) {
        return new VideoCommand(
                new EncodeInput(Path.of("/sources/a b.mp4"), List.of("-protocol_whitelist", "file"), 3),
                new Ratio(1, 90_000),
                span,
                new FrameSize(722, 406),
                picture,
                Look.STANDARD,
                recipe,
                threads,
                Effort.USUAL);
    }

    private static Command written(VideoCommand command) {
        return new SharedVideoCommand(List.of(command)).writing(List.of(OUTPUT));
    }

    private static List<String> all(List<String> arguments, String option) {
        return IntStream.range(1, arguments.size())
                .filter(at -> arguments.get(at - 1).equals(option))
                .mapToObj(arguments::get)
                .toList();
    }

    private static String after(List<String> arguments, String option) {
        return arguments.get(arguments.indexOf(option) + 1);
    }
}
