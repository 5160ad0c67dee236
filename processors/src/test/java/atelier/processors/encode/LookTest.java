package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import atelier.processors.mp4.ColourCodes;
import atelier.processors.probe.Colour;
import atelier.processors.probe.Geometry;
import atelier.processors.probe.Timing;
import atelier.processors.probe.VideoStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {
    private static final FrameSize SIZE = new FrameSize(722, 406);
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);

    @TempDir
    private Path folder;

    @Test
    void h264IsShownByScreensOfStandardRangeAndHevcKeepsWhatThereIs() {
        VideoStream hdr = film("yuv420p10le", 10, 2160, "bt2020nc", "bt2020", "smpte2084");

        assertThat(Look.of(Recipes.SD, hdr)).isEqualTo(Look.STANDARD);
        assertThat(Look.STANDARD.filters(SourceColour.of(hdr), SIZE)).isEqualTo("""
                scale=722:406:flags=bicubic+accurate_rnd+full_chroma_int:in_color_matrix=bt2020:in_range=tv,\
                format=gbrp12le,lut3d=file=colour.cube:interp=tetrahedral,\
                scale=flags=bicubic:out_color_matrix=bt709:out_range=tv,setsar=1,format=yuv420p,\
                setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709""");
        Look kept = Look.of(Recipes.UHD, hdr);
        assertThat(kept.videoRange()).isEqualTo("PQ");
        assertThat(kept.filters(SourceColour.of(hdr), SIZE))
                .doesNotContain("lut3d")
                .contains("format=yuv420p10le");
        assertThat(kept.tags()).containsSequence("-color_primaries", "bt2020", "-color_trc", "smpte2084");
    }

    @Test
    void hevcHasTenBitsWhereTheSourceHasThem() {
        assertThat(Look.of(Recipes.UHD, film("yuv422p10le", 10, 1080, "bt709", "bt709", "bt709"))
                        .isDeep())
                .isTrue();
        assertThat(Look.of(Recipes.UHD, film("yuv420p", 8, 1080, "bt709", "bt709", "bt709")))
                .isEqualTo(Look.STANDARD);
    }

    @Test
    void aRecipeOfEightBitsKeepsNoMoreOfAnySource() {
        VideoStream deep = film("yuv422p10le", 10, 1080, "bt709", "bt709", "bt709");
        VideoStream hdr = film("yuv420p10le", 10, 2160, "bt2020nc", "bt2020", "smpte2084");

        assertThat(Look.of(Recipes.UHD.withBits(8), deep)).isEqualTo(Look.STANDARD);
        assertThat(Look.of(Recipes.UHD.withBits(8), hdr)).isEqualTo(Look.STANDARD);
        assertThat(Look.of(Recipes.AV1.withBits(8), hdr)).isEqualTo(Look.STANDARD);
        assertThat(Look.of(Recipes.UHD.withBits(10), hdr)).isEqualTo(Look.of(Recipes.UHD, hdr));
        assertThat(Depth.bits(Recipes.UHD, deep)).isEqualTo(10);
        assertThat(Depth.bits(Recipes.UHD.withBits(8), deep)).isEqualTo(8);
    }

    @Test
    void greyOfLimitedRangeIsStretchedFirst() {
        VideoStream grey = film("gray", 8, 1080, "", "", "");

        assertThat(grey.isLimitedGrey()).isTrue();
        assertThat(Look.STANDARD.filters(SourceColour.of(grey), SIZE))
                .startsWith("lut=c0=clip((val-maxval*16/255)*255/219\\,0\\,maxval),setparams=range=pc,scale=722:406:");
        assertThat(Look.STANDARD.filters(SourceColour.of(film("yuv420p", 8, 1080, "", "", "")), SIZE))
                .startsWith("scale=722:406:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gray", "gbrp"})
    void greyOfFullRangeHasNoColourInALimitedOne(String format) throws IOException {
        Path made = folder.resolve("made.yuv");
        String filters =
                Look.STANDARD.filters(SourceColour.of(film("pc", format, 8, 1080, "", "", "")), new FrameSize(64, 36));
        String words = "-v error -f lavfi -i color=gray:s=128x72,format=" + format + " -vf " + filters
                + " -frames:v 1 -f rawvideo " + made;
        FfmpegForTests.programs()
                .run(new Command(Program.FFMPEG, List.of(words.split(" ")), folder), LIMITS, line -> {});

        byte[] planes = Files.readAllBytes(made);

        assertThat(planes).hasSize(64 * 36 * 3 / 2);
        assertThat(Arrays.copyOfRange(planes, 64 * 36, planes.length)).containsOnly((byte) 128);
    }

    @Test
    void whatIsNotSaidIsTakenAsPlayersTakeIt() {
        assertThat(SourceColour.of(film("yuv420p", 8, 576, "", "", "")).matrix())
                .contains("smpte170m");
        assertThat(SourceColour.of(film("yuv420p", 8, 1080, "", "", "")).matrix())
                .contains("bt709");
        assertThat(SourceColour.of(film("gbrp", 8, 1080, "gbr", "", "")).matrix())
                .isEmpty();
    }

    @Test
    void whatIsCutAsItIsSaysWhatPlayersTakeItFor() {
        assertThat(Look.copied(film("yuv420p", 8, 576, "", "", "")).codes()).isEqualTo(new ColourCodes(1, 1, 6, false));
        assertThat(Look.copied(film("yuv420p", 8, 1080, "", "", "")).codes())
                .isEqualTo(new ColourCodes(1, 1, 1, false));
        assertThat(Look.copied(film("yuv420p", 8, 576, "bt709", "bt709", "bt709")))
                .isEqualTo(Look.STANDARD);
    }

    @Test
    void transparentPicturesLieOverBlack() {
        VideoStream transparent = film("yuva444p12le", 12, 1080, "bt709", "bt709", "bt709");

        assertThat(Look.STANDARD.filters(SourceColour.of(transparent), SIZE))
                .contains("format=gbrap12le,premultiply=inplace=1,scale=")
                .doesNotContain("lut3d");
    }

    private static VideoStream film(
            String format, int bits, int height, String matrix, String primaries, String transfer) {
        return film("tv", format, bits, height, matrix, primaries, transfer);
    }

    private static VideoStream film(
            String range, String format, int bits, int height, String matrix, String primaries, String transfer) {
        return new VideoStream(
                0,
                "prores",
                Optional.empty(),
                Optional.of(format),
                Optional.empty(),
                bits,
                new Geometry(height * 4 / 3, height, new Ratio(1, 1), 0, false),
                new Timing(Optional.empty(), Optional.empty(), new Ratio(1, 25), OptionalLong.of(0)),
                Optional.empty(),
                new Colour(said(range), said(matrix), said(primaries), said(transfer)),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    @Test
    void everyLookHasTagsForTheEncoder() {
        assertThat(Look.STANDARD.tags())
                .isEqualTo(List.of(
                        "-color_range",
                        "tv",
                        "-colorspace",
                        "bt709",
                        "-color_primaries",
                        "bt709",
                        "-color_trc",
                        "bt709"));
    }
}
