package atelier.routes.pipeline;

import static atelier.routes.pipeline.Chart.AAC;
import static atelier.routes.pipeline.Chart.BEEP;
import static atelier.routes.pipeline.Chart.H264;

import java.util.List;
import java.util.stream.Stream;

/** Containers and codecs, streams that are neither pictures nor sound, and all kinds of sound. */
final class ContainerSamples {
    private static final String PCM = " -c:a pcm_s16le OUT";

    private ContainerSamples() {}

    static Stream<Sample> all() {
        return Stream.of(containers(), cameras(), sounds()).flatMap(List::stream);
    }

    /** Codecs that say nothing of colour: small pictures are BT.601's. */
    private static Sample small(String name, String extension, String coding) {
        return Sample.of(
                name,
                extension,
                Chart.pictures() + BEEP + Chart.as("yuv420p", "smpte170m", "tv", "bt709", "bt709") + coding);
    }

    private static Sample chart(String name, String extension, String coding) {
        return Sample.of(name, extension, Chart.pictures() + BEEP + Chart.usual() + coding);
    }

    private static List<Sample> containers() {
        return List.of(
                chart("transport-stream", "ts", H264 + AAC),
                chart("matroska", "mkv", H264 + " -bf 2" + AAC),
                chart("webm", "webm", " -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -crf 15 -c:a libopus OUT"),
                small("webm-vp8", "webm", " -c:v libvpx -deadline realtime -cpu-used 8 -b:v 2M -c:a libopus OUT"),
                chart("av1", "mp4", " -c:v libsvtav1 -preset 12 -crf 20" + AAC),
                small("avi", "avi", " -c:v mpeg4 -q:v 2 -bf 2 -c:a libmp3lame OUT")
                        .within(12),
                chart("flash", "flv", H264 + AAC),
                chart("program-stream", "mpg", " -c:v mpeg2video -q:v 2 -c:a mp2 OUT"),
                small("windows-media", "wmv", " -c:v wmv2 -q:v 2 -c:a wmav2 OUT"),
                chart("mxf", "mxf", " -c:v mpeg2video -q:v 2 -pix_fmt yuv422p -intra_vlc 1 -b_strategy 0" + PCM),
                Sample.of(
                        "mxf-dnxhr",
                        "mxf",
                        Chart.pictures() + BEEP + Chart.usual("yuv422p") + " -c:v dnxhd -profile:v dnxhr_hq" + PCM),
                Sample.of(
                        "dnxhr",
                        "mov",
                        Chart.pictures() + BEEP + Chart.usual("yuv422p") + " -c:v dnxhd -profile:v dnxhr_sq" + PCM),
                Sample.of(
                        "prores",
                        "mov",
                        Chart.pictures() + BEEP + Chart.usual("yuv422p10le") + " -c:v prores_ks" + PCM),
                chart("fragmented", "mp4", H264 + " -movflags +frag_keyframe+empty_moov" + AAC)
                        .frames(40, 0),
                chart("time-code-track", "mov", H264 + " -timecode 10:00:00:00" + AAC),
                chart("chapters-and-cover", "mkv", H264 + " -metadata title=Cover" + AAC));
    }

    /** Action cameras and telephones have tracks of what their sensors said, which neither are pictures nor text. */
    private static List<Sample> cameras() {
        String texts = " -f srt -i data:text/plain;base64,MQowMDowMDowMCwyMDAgLS0+IDAwOjAwOjAxLDIwMApoZWxsbwoK"
                + " -map 0 -map 1 -map 2";
        String sensors = " -c:s mov_text" + AAC;
        return List.of(
                Sample.of(
                                "action-camera",
                                "mp4",
                                Chart.pictures(320, 180, "60000/1001", 1.6)
                                        + BEEP
                                        + texts
                                        + Chart.usual()
                                        + H264
                                        + " -timecode 10:00:00:00"
                                        + sensors,
                                "RENAME tx3g gpmd sbtl meta")
                        .frames(96, 60000 / 1001.0),
                Sample.of(
                                "telephone",
                                "mov",
                                Chart.pictures(320, 180, "30", 1.6)
                                        + BEEP
                                        + texts
                                        + Chart.usualAfter("select='not(eq(mod(n,7),3)+eq(mod(n,11),5))'")
                                        + " -fps_mode vfr"
                                        + H264
                                        + sensors,
                                "-display_rotation 90 -i IN -map 0 -c copy OUT",
                                "RENAME tx3g mebx sbtl meta")
                        .frames(38, 0)
                        .size(180, 320)
                        .turned(1, 3, 0, 2));
    }

    private static List<Sample> sounds() {
        return List.of(
                chart("mono", "mp4", H264 + " -ac 1" + AAC),
                chart("eight-kilohertz", "mov", H264 + " -ar 8000 -ac 1" + PCM),
                small("eleven-kilohertz", "avi", " -c:v mpeg4 -q:v 2 -ar 11025" + PCM)
                        .within(12),
                chart("ninety-six-kilohertz", "mkv", H264 + " -ar 96000 -c:a flac OUT"),
                chart("hundred-and-ninety-two-kilohertz", "mov", H264 + " -ar 192000 -c:a pcm_s24le OUT"),
                chart("surround", "mkv", H264 + " -ac 6 -c:a ac3 OUT"),
                chart(
                        "surround-centre",
                        "mp4",
                        H264 + " -af pan=5.1|FL=0*c0|FR=0*c0|FC=c0|LFE=0*c0|BL=0*c0|BR=0*c0 -c:a ac3 OUT"),
                chart("seven-one", "mov", H264 + " -ac 8 -c:a pcm_s16le OUT"),
                Sample.of("no-sound", "mp4", Chart.pictures() + Chart.usual() + H264 + " OUT"),
                chart("silence", "mp4", H264 + " -af volume=0" + AAC).silent(),
                Sample.of(
                        "two-sounds",
                        "mkv",
                        Chart.pictures() + " -f lavfi -i anullsrc=r=44100:d=1.6" + BEEP
                                + " -map 0 -map 1 -map 2 -disposition:a:0 0 -disposition:a:1 default" + Chart.usual()
                                + H264 + AAC));
    }
}
