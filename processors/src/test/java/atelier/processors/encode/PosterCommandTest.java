package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PosterCommandTest {

    private static String poster(boolean webp) {
        PosterCommand command = new PosterCommand(
                new EncodeInput(Path.of("/sources/a.mkv"), List.of("-protocol_whitelist", "file"), 0),
                new Ratio(1, 1000),
                OptionalLong.of(800),
                1200,
                new FrameSize(722, 406),
                VideoCommandTest.PICTURE,
                Recipes.POSTER);
        PosterFiles files = new PosterFiles(Path.of("/work/job"), webp);
        return String.join(" ", command.writing(files).arguments());
    }

    @Test
    void aPosterIsThePictureThatWasChosen() {
        assertThat(poster(false)).isEqualTo("""
                -hide_banner -nostdin -v warning -benchmark -threads 1 -protocol_whitelist file -noaccurate_seek \
                -seek_timestamp 1 -ss 0.800250 -copyts -i file:/sources/a.mkv -map 0:0 -map_metadata -1 \
                -filter_threads 1 -vf trim=start_pts=1200,scale=722:406:flags=bicubic:in_color_matrix=bt709:in_range=tv\
                :out_color_matrix=bt601:out_range=pc,setsar=1,format=yuvj420p,\
                setparams=range=pc:color_primaries=bt709:color_trc=bt709:colorspace=bt470bg -frames:v 1 -update 1 -c:v mjpeg -q:v 3 -threads 1 -f image2 \
                -stats_period 0.2 -progress pipe:1 -nostats -y /work/job/poster.jpg""");
    }

    @Test
    void theSamePictureIsMadeAsWebPInTheSameCall() {
        assertThat(poster(true)).isEqualTo(poster(false) + """
                 -map 0:0 -map_metadata -1 -vf trim=start_pts=1200,scale=722:406:flags=bicubic:in_color_matrix=bt709\
                :in_range=tv:out_color_matrix=bt601:out_range=tv,setsar=1,format=yuv420p,\
                setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt470bg -frames:v 1 -update 1 \
                -c:v libwebp -quality 80 -threads 1 -f image2 /work/job/poster.webp""");
    }

    @Test
    void picturesOfTheFirstPartAreLookedAt() {
        ChunkSpan span = new ChunkSpan(0, 0, 1200, 30, 12_500, 0, 15_000, 500, 500, List.of(0L), List.of(0L));
        CandidatesCommand command = new CandidatesCommand(
                new EncodeInput(Path.of("/sources/a.mkv"), List.of(), 0), new Ratio(1, 1000), span, true);

        assertThat(String.join(" ", command.running(Path.of("/work/job")).arguments()))
                .isEqualTo("""
                -hide_banner -nostdin -v warning -benchmark -threads 1 -skip_frame nokey -copyts -i file:/sources/a.mkv -map 0:0 -filter_threads 1 -vf \
                trim=start_pts=0:end_pts=20000,select='isnan(prev_selected_t)+gte(t-prev_selected_t,0.5)',\
                scale=320:-2,format=yuv420p,signalstats,blurdetect,metadata=mode=print:file=- -fps_mode passthrough \
                -stats_period 0.2 -progress pipe:1 -nostats -y -f null -""");
    }

    @Test
    void theSharpPictureIsChosenBeforeBlackAndBlurredOnes() {
        PosterCandidates candidates = candidates("""
                frame:0    pts:0       pts_time:0
                lavfi.signalstats.YMIN=16
                lavfi.signalstats.YLOW=16
                lavfi.signalstats.YHIGH=16
                lavfi.blur=-nan
                progress=continue
                frame:1    pts:1000    pts_time:1
                lavfi.signalstats.YLOW=57
                lavfi.signalstats.YHIGH=194
                lavfi.blur=27.153847
                frame:2    pts:2000    pts_time:2
                lavfi.signalstats.YLOW=41
                lavfi.signalstats.YHIGH=210
                lavfi.blur=5.426819
                frame:3    pts:3000    pts_time:3
                lavfi.signalstats.YLOW=41
                lavfi.signalstats.YHIGH=210
                lavfi.blur=5.426819
                """);
        assertThat(candidates.best()).contains(2000L);
        assertThat(candidates.areEnough()).isTrue();
    }

    @Test
    void ofNothingButBlackTheFirstIsTakenButMoreIsLookedAt() {
        PosterCandidates black = candidates("""
                frame:0    pts:40      pts_time:0.04
                lavfi.signalstats.YLOW=16
                lavfi.signalstats.YHIGH=17
                frame:1    pts:80      pts_time:0.08
                lavfi.signalstats.YLOW=16
                lavfi.signalstats.YHIGH=17
                frame:2    pts:120     pts_time:0.12
                """);
        assertThat(black.areEnough()).isFalse();
        assertThat(black.best()).contains(40L);
        assertThat(candidates("").best()).isEmpty();
    }

    private static PosterCandidates candidates(String lines) {
        PosterCandidates candidates = new PosterCandidates();
        lines.lines().forEach(candidates::accept);
        return candidates;
    }
}
