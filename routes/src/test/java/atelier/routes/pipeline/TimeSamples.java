package atelier.routes.pipeline;

import static atelier.routes.pipeline.Chart.AAC;
import static atelier.routes.pipeline.Chart.BEEP;
import static atelier.routes.pipeline.Chart.H264;

import java.util.List;
import java.util.stream.Stream;

/** Frame rates, uneven times, gaps, late starts, and films that hardly last. */
final class TimeSamples {
    private TimeSamples() {}

    static Stream<Sample> all() {
        return Stream.of(rates(), uneven(), starts(), brief()).flatMap(List::stream);
    }

    private static List<Sample> rates() {
        return List.of(
                rate("film", "mkv", "24000/1001", 39),
                rate("fifty", "mp4", "50", 80),
                rate("sixty-ntsc", "mp4", "60000/1001", 96),
                rate("sixty", "mkv", "60", 96),
                halved("hundred", "mp4", "100", 80, 50),
                halved("hundred-and-twenty", "mov", "120", 96, 60),
                halved("hundred-and-twenty-ntsc", "mkv", "120000/1001", 96, 60000 / 1001.0),
                halved("slow-motion", "mp4", "240", 96, 60),
                rate("one-a-second", "mp4", "1", 4).silent(),
                rate("twelve-and-a-half", "mp4", "25/2", 20),
                Sample.of(
                                "rounded-times",
                                "mp4",
                                Chart.pictures(320, 180, "30000/1001", 1.6)
                                        + BEEP
                                        + Chart.usual()
                                        + H264
                                        + " -video_track_timescale 1000"
                                        + AAC)
                        .frames(48, 30000 / 1001.0));
    }

    private static Sample rate(String name, String extension, String rate, int frames) {
        String[] parts = rate.split("/");
        double value = Double.parseDouble(parts[0]) / (parts.length > 1 ? Double.parseDouble(parts[1]) : 1);
        double seconds = rate.equals("1") ? 4 : 1.6;
        return Sample.of(name, extension, Chart.pictures(320, 180, rate, seconds) + BEEP + Chart.usual() + H264 + AAC)
                .frames(frames, value);
    }

    private static Sample halved(String name, String extension, String rate, int frames, double shown) {
        return rate(name, extension, rate, frames).frames(frames, shown);
    }

    private static List<Sample> uneven() {
        String thirty = Chart.pictures(320, 180, "30", 1.6) + BEEP;
        return List.of(
                Sample.of(
                                "uneven-mp4",
                                "mp4",
                                thirty + Chart.usualAfter("select='not(eq(mod(n,7),3)+eq(mod(n,11),5))'")
                                        + " -fps_mode vfr" + H264 + AAC)
                        .frames(38, 0),
                Sample.of(
                                "uneven-mkv",
                                "mkv",
                                thirty + Chart.usualAfter("settb=1/90000,setpts='PTS+0.012*sin(N)/TB'")
                                        + " -fps_mode vfr -enc_time_base 1:90000" + H264 + AAC)
                        .frames(48, 0),
                Sample.of(
                                "gap",
                                "mp4",
                                thirty + Chart.usualAfter("select='lt(t,0.9)+gte(t,1.3)'") + " -fps_mode vfr" + H264
                                        + AAC)
                        .frames(36, 0),
                Sample.of(
                                "missing-frames",
                                "mkv",
                                thirty + Chart.usualAfter("select='not(between(n,30,32)+eq(n,40))'") + " -fps_mode vfr"
                                        + H264 + AAC)
                        .frames(44, 0));
    }

    private static List<Sample> starts() {
        String plain = Chart.pictures() + BEEP + Chart.usual() + H264;
        return List.of(
                Sample.of("edit-list", "mp4", plain + AAC, "-ss 0.2 -i IN -c copy OUT")
                        .frames(35, 25),
                Sample.of("late-clock", "ts", plain + " -output_ts_offset 95000" + AAC),
                Sample.of(
                        "pictures-late",
                        "mp4",
                        "-itsoffset 0.3 " + plain.replace(BEEP, " -itsoffset 0.3" + BEEP) + AAC),
                Sample.of(
                                "negative-start",
                                "mov",
                                plain + AAC,
                                "-itsoffset -0.4 -i IN -c copy -avoid_negative_ts disabled OUT")
                        .frames(30, 25),
                Sample.of("sound-late", "mp4", plain.replace(BEEP, " -itsoffset 0.5" + beep("-0.5", 1.1)) + AAC),
                Sample.of("sound-late-mkv", "mkv", plain.replace(BEEP, " -itsoffset 0.5" + beep("-0.5", 1.1)) + AAC),
                Sample.of("sound-early", "mkv", plain.replace(BEEP, " -itsoffset -0.3" + beep("+0.3", 1.9)) + AAC),
                Sample.of("sound-ends-early", "mov", plain.replace(BEEP, beep("+0", 0.9)) + AAC),
                Sample.of("sound-ends-late", "mp4", plain.replace(BEEP, beep("+0", 4)) + AAC));
    }

    /** The beep at 0.6 s and a shift, in a sound of another length. */
    private static String beep(String shift, double seconds) {
        double from = 0.6 + Double.parseDouble(shift);
        return " -f lavfi -i aevalsrc='0.5*sin(2000*PI*t)*between(t," + String.format("%.3f", from) + ","
                + String.format("%.3f", from + 0.199) + ")':s=48000:d=" + seconds;
    }

    private static List<Sample> brief() {
        return List.of(
                Sample.of(
                                "one-frame",
                                "mp4",
                                Chart.pictures(320, 180, "25", 0.4) + Chart.usual() + H264 + " -frames:v 1 OUT")
                        .frames(1, 25),
                Sample.of(
                                "one-frame-mkv",
                                "mkv",
                                Chart.pictures(320, 180, "25", 0.4) + Chart.usual() + H264 + " -frames:v 1 OUT")
                        .frames(1, 25),
                Sample.of(
                                "two-frames",
                                "mov",
                                Chart.pictures(320, 180, "25", 0.4) + Chart.usual() + H264 + " -frames:v 2 OUT")
                        .frames(2, 25),
                Sample.of(
                                "half-a-second",
                                "mp4",
                                Chart.pictures(320, 180, "25", 0.52)
                                        + BEEP.replace("d=1.6", "d=0.52")
                                        + Chart.usual()
                                        + H264
                                        + AAC)
                        .frames(13, 25)
                        .silent());
    }
}
