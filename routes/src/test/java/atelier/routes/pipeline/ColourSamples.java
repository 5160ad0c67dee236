package atelier.routes.pipeline;

import static atelier.routes.pipeline.Chart.AAC;
import static atelier.routes.pipeline.Chart.BEEP;
import static atelier.routes.pipeline.Chart.H264;

import java.util.List;
import java.util.stream.Stream;

/** Matrices, ranges, depths, transparency and high dynamic range. */
final class ColourSamples {
    private static final String X265 = " -c:v libx265 -preset ultrafast -crf 8 -x265-params log-level=error";
    private static final String PRORES = " -c:v prores_ks -c:a pcm_s16le OUT";

    private static final String LIMITED_GREY =
            " -vf scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,extractplanes=y,setparams=range=tv";

    private ColourSamples() {}

    static Stream<Sample> all() {
        return Stream.of(depths(), transparent(), matrices(), highRange()).flatMap(List::stream);
    }

    private static Sample chart(String name, String extension, String coding) {
        return Sample.of(name, extension, Chart.pictures() + BEEP + coding);
    }

    private static List<Sample> depths() {
        return List.of(
                chart("chroma-422", "mp4", Chart.usual("yuv422p") + H264 + AAC),
                chart("chroma-444", "mkv", Chart.usual("yuv444p") + H264 + AAC),
                chart("ten-bits", "mp4", Chart.usual("yuv420p10le") + H264 + AAC),
                chart("ten-bits-hevc", "mp4", Chart.usual("yuv420p10le") + X265 + " -tag:v hvc1" + AAC),
                chart("ten-bits-422", "mov", Chart.usual("yuv422p10le") + PRORES),
                chart("twelve-bits-444", "mkv", Chart.usual("yuv444p12le") + X265 + AAC),
                chart("grey", "mkv", Chart.usual("gray") + H264 + AAC)
                        .colours(List.of(0x626262, 0x777777, 0x484848, 0x808080)),
                chart("grey-limited", "mkv", LIMITED_GREY + X265 + AAC)
                        .colours(List.of(0x5B5B5B, 0x858585, 0x494949, 0x808080))
                        .within(3),
                chart("rgb", "avi", " -c:v utvideo -pix_fmt gbrp -c:a pcm_s16le OUT"),
                chart("rgb-coded", "mkv", " -c:v libx264rgb -preset ultrafast -qp 0 -pix_fmt rgb24" + AAC),
                chart("packed-422", "mov", Chart.usual("uyvy422") + " -c:v rawvideo -c:a pcm_s16le OUT"));
    }

    /** The right half is half transparent. */
    private static List<Sample> transparent() {
        String alpha = Chart.pictures() + ",format=gbrap,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='if(lt(X,W/2),255,128)'"
                + BEEP;
        List<Integer> overBlack = List.of(0xC04040, 0x205020, 0x4040C0, 0x404040);
        return List.of(
                Sample.of(
                                "transparent-prores",
                                "mov",
                                alpha + Chart.usual("yuva444p10le")
                                        + " -c:v prores_ks -profile:v 4444 -c:a pcm_s16le OUT")
                        .colours(overBlack),
                Sample.of("transparent-animation", "mov", alpha + " -c:v qtrle -pix_fmt argb -c:a pcm_s16le OUT")
                        .colours(overBlack),
                Sample.of("transparent-ffv1", "mkv", alpha + Chart.usual("yuva420p") + " -c:v ffv1 -c:a flac OUT")
                        .colours(overBlack));
    }

    private static List<Sample> matrices() {
        return List.of(
                chart("ntsc-601", "mp4", Chart.as("yuv420p", "smpte170m", "tv", "smpte170m", "smpte170m") + H264 + AAC)
                        .colours(List.of(0xBA443D, 0x489B3D, 0x4144BE, 0x808080)),
                chart("pal-601", "mp4", Chart.as("yuv420p", "bt470bg", "tv", "bt470bg", "smpte170m") + H264 + AAC)
                        .colours(List.of(0xC44040, 0x38A042, 0x4040BF, 0x808080)),
                chart("matrix-601-alone", "mp4", Chart.as("yuv420p", "smpte170m", "tv", "bt709", "bt709") + H264 + AAC),
                chart("matrix-240", "mp4", Chart.as("yuv420p", "smpte240m", "tv", "bt709", "bt709") + H264 + AAC),
                chart("full-range", "mp4", Chart.as("yuv420p", "bt709", "pc", "bt709", "bt709") + H264 + AAC),
                chart(
                        "full-range-ten-bits",
                        "mp4",
                        Chart.as("yuv420p10le", "bt709", "pc", "bt709", "bt709")
                                + X265.replace("error", "error:range=full") + " -tag:v hvc1" + AAC),
                chart("motion-jpeg", "avi", " -c:v mjpeg -q:v 2 -pix_fmt yuvj422p -c:a pcm_s16le OUT"),
                chart(
                                "untagged-small",
                                "mp4",
                                Chart.as("yuv420p", "bt601", "tv", "unknown", "unknown")
                                                .replace("colorspace=bt601", "colorspace=unknown")
                                        + H264
                                        + AAC)
                        .declared("tv|smpte170m|bt709|bt709"),
                Sample.of(
                        "untagged-large",
                        "mp4",
                        Chart.pictures(1280, 720, "25", 1.6)
                                + BEEP
                                + Chart.as("yuv420p", "bt709", "tv", "unknown", "unknown")
                                        .replace("colorspace=bt709", "colorspace=unknown")
                                + H264
                                + AAC),
                chart(
                                "bt2020-standard-range",
                                "mp4",
                                Chart.as("yuv420p10le", "bt2020", "tv", "bt2020", "bt2020-10") + X265 + " -tag:v hvc1"
                                        + AAC)
                        .colours(List.of(0xE80036, 0x00A61E, 0x113BC6, 0x808080))
                        .within(12));
    }

    /** Grey is the white of paper, 203 cd/m²: nearly white on a usual screen, and the same of both. */
    private static List<Sample> highRange() {
        List<Integer> pq = List.of(0x8C5050, 0x508050, 0x505088, 0x949494);
        List<Integer> hlg = List.of(0xA04848, 0x489848, 0x4848A0, 0xBFBFBF);
        List<Integer> shownPq = List.of(0xFA214B, 0x00C02D, 0x2C48D3, 0xE5E5E5);
        List<Integer> shownHlg = List.of(0xCF3C52, 0x00B048, 0x434FAC, 0xE5E5E5);
        return List.of(
                high("hdr10", "mp4", pq, "smpte2084", X265 + " -tag:v hvc1" + AAC)
                        .colours(shownPq),
                high("hdr10-mkv", "mkv", pq, "smpte2084", X265 + AAC).colours(shownPq),
                high("hlg", "mov", hlg, "arib-std-b67", X265 + " -tag:v hvc1" + AAC)
                        .colours(shownHlg),
                high("hlg-prores", "mov", hlg, "arib-std-b67", PRORES).colours(shownHlg));
    }

    private static Sample high(String name, String extension, List<Integer> patches, String transfer, String coding) {
        String format = coding.contains("prores") ? "yuv422p10le" : "yuv420p10le";
        return Sample.of(
                        name,
                        extension,
                        Chart.pictures(320, 180, "25", 1.6, patches)
                                + BEEP
                                + Chart.as(format, "bt2020", "tv", "bt2020", transfer)
                                + coding)
                .silent();
    }
}
