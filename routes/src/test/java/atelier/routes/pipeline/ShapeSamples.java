package atelier.routes.pipeline;

import static atelier.routes.pipeline.Chart.AAC;
import static atelier.routes.pipeline.Chart.BEEP;
import static atelier.routes.pipeline.Chart.H264;

import java.util.List;
import java.util.stream.Stream;

/** Turned, mirrored, stretched, odd, upright and interlaced pictures. */
final class ShapeSamples {
    private static final String PLAIN = Chart.pictures() + BEEP + Chart.usual() + H264 + AAC;

    private ShapeSamples() {}

    static Stream<Sample> all() {
        return Stream.of(turned(), sizes(), fields()).flatMap(List::stream);
    }

    private static List<Sample> turned() {
        return List.of(
                Sample.of("plain", "mp4", PLAIN),
                Sample.of("turned-90", "mp4", PLAIN, "-display_rotation 90 -i IN -c copy OUT")
                        .size(180, 320)
                        .turned(1, 3, 0, 2),
                Sample.of("turned-180", "mov", PLAIN, "-display_rotation 180 -i IN -c copy OUT")
                        .turned(3, 2, 1, 0),
                Sample.of("turned-270", "mp4", PLAIN, "-display_rotation 270 -i IN -c copy OUT")
                        .size(180, 320)
                        .turned(2, 0, 3, 1),
                Sample.of("mirrored", "mp4", PLAIN, "-display_hflip -i IN -c copy OUT")
                        .turned(1, 0, 3, 2));
    }

    private static List<Sample> sizes() {
        return List.of(
                shaped("wide-samples", 240, 180, "setsar=4/3", 320, 180),
                shaped("narrow-samples", 320, 180, "setsar=2/3", 212, 180),
                Sample.of(
                                "wide-samples-turned",
                                "mp4",
                                sized(240, 180) + Chart.usualAfter("setsar=4/3") + H264 + AAC,
                                "-display_rotation 90 -i IN -c copy OUT")
                        .size(180, 320)
                        .turned(1, 3, 0, 2),
                Sample.of("odd-size", "mp4", sized(321, 181) + Chart.usual("yuv444p") + H264 + AAC),
                Sample.of("odd-and-tiny", "mkv", sized(33, 17) + Chart.usual("yuv444p") + H264 + AAC)
                        .size(32, 16)
                        .within(14),
                shaped("upright", 180, 320, "null", 180, 320),
                shaped("square", 300, 300, "null", 180, 180),
                shaped("banner", 640, 80, "null", 320, 40),
                shaped("large", 1280, 720, "null", 320, 180));
    }

    private static Sample shaped(String name, int width, int height, String filter, int shownWidth, int shownHeight) {
        return Sample.of(name, "mp4", sized(width, height) + Chart.usualAfter(filter) + H264 + AAC)
                .size(shownWidth, shownHeight);
    }

    private static String sized(int width, int height) {
        return Chart.pictures(width, height, "25", 1.6) + BEEP;
    }

    private static List<Sample> fields() {
        String fifty = Chart.moving(320, 180, "50", 1.6) + BEEP;
        String film = Chart.moving(320, 180, "24000/1001", 1.66) + BEEP;
        String ntsc = Chart.moving(320, 180, "60000/1001", 1.6) + BEEP;
        String bottom = Chart.usualAfter("interlace=scan=bff:lowpass=off");
        String top = Chart.usualAfter("interlace=scan=tff:lowpass=off");
        String mpeg2 = " -c:v mpeg2video -q:v 2 -flags +ildct+ilme -g 12";
        return List.of(
                Sample.of("fields-top-first", "ts", fifty + top + mpeg2 + AAC),
                Sample.of("fields-bottom-first", "mpg", fifty + bottom + mpeg2 + " -c:a mp2 OUT"),
                Sample.of("fields-h264", "mp4", fifty + top + H264 + " -flags +ildct+ilme" + AAC),
                Sample.of(
                        "fields-prores",
                        "mov",
                        fifty
                                + Chart.usualAfter("interlace=scan=tff:lowpass=off")
                                        .replace("yuv420p", "yuv422p10le")
                                + " -c:v prores_ks -flags +ildct -c:a pcm_s16le OUT"),
                Sample.of(
                                "fields-dv",
                                "avi",
                                Chart.moving(720, 576, "50", 1.6) + BEEP
                                        + " -vf interlace=scan=bff:lowpass=off,scale=out_color_matrix=bt601:out_range=tv,"
                                        + "format=yuv420p,setsar=16/15 -c:v dvvideo -c:a pcm_s16le OUT")
                        .size(240, 180),
                Sample.of("fields-ntsc", "ts", ntsc + top + mpeg2 + AAC).frames(48, 30000 / 1001.0),
                Sample.of("telecined", "ts", film + Chart.usualAfter("telecine=pattern=23") + mpeg2 + AAC)
                        .frames(40, 24000 / 1001.0),
                Sample.of(
                                "telecined-bottom-first",
                                "mov",
                                film
                                        + Chart.usualAfter("telecine=pattern=32:first_field=bottom,setfield=bff")
                                                .replace("yuv420p", "yuv422p10le")
                                        + " -c:v prores_ks -flags +ildct -c:a pcm_s16le OUT")
                        .frames(40, 24000 / 1001.0));
    }
}
