package atelier.routes.pipeline;

import java.util.List;
import java.util.Locale;

/** Sources as cameras, editors and phones deliver them, and how FFmpeg makes one. */
enum Clip {
    CLOSED_GOP(
            "mp4",
            true,
            "-f lavfi -i testsrc2=s=320x180:r=25:d=14 -f lavfi -i sine=440:r=48000:d=14 -c:v libx264 -preset veryfast"
                    + " -g 50 -pix_fmt yuv420p -c:a aac OUT"),
    OPEN_GOP(
            "mp4",
            true,
            "-f lavfi -i testsrc2=s=320x180:r=30000/1001:d=16 -f lavfi -i sine=440:r=48000:d=16 -c:v libx264"
                    + " -preset veryfast -x264-params open-gop=1:bframes=3:keyint=60:min-keyint=60:scenecut=0"
                    + " -pix_fmt yuv420p -c:a aac OUT"),
    VARIABLE_RATE_MP4(
            "mp4",
            false,
            "-f lavfi -i testsrc2=s=320x180:r=30:d=15 -vf select='not(eq(mod(n\\,7)\\,3)+eq(mod(n\\,11)\\,5))'"
                    + " -fps_mode vfr -c:v libx264 -preset veryfast -g 40 -pix_fmt yuv420p OUT"),
    VARIABLE_RATE_MKV(
            "mkv",
            false,
            "-f lavfi -i testsrc2=s=320x180:r=30:d=15 -vf settb=1/90000,setpts='PTS+0.012*sin(N)/TB' -fps_mode vfr"
                    + " -enc_time_base 1:90000 -c:v libx264 -preset veryfast -g 40 -pix_fmt yuv420p OUT"),
    BURSTS(
            "mp4",
            false,
            "-f lavfi -i testsrc2=s=320x180:r=10:d=16 -vf settb=1/90000,setpts='PTS-mod(N\\,2)*0.09/TB' -fps_mode vfr"
                    + " -enc_time_base 1:90000 -c:v libx264 -preset veryfast -g 33 -pix_fmt yuv420p OUT"),
    EQUAL_TIMES(
            "mkv",
            false,
            "-f lavfi -i testsrc2=s=320x180:r=30:d=15 -vf setpts='PTS+0.012*sin(N)/TB' -fps_mode passthrough"
                    + " -c:v libx264 -preset veryfast -g 40 -bf 0 -pix_fmt yuv420p OUT"),
    PAUSES(
            "mp4",
            false,
            "-f lavfi -i testsrc2=s=320x180:r=25:d=20 -vf select='lt(t\\,7)+not(mod(n\\,17))+eq(mod(n\\,17)\\,1)'"
                    + " -fps_mode vfr -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p OUT"),
    LATE_TRANSPORT_STREAM(
            "ts",
            true,
            "-f lavfi -i testsrc2=s=320x180:r=25:d=12 -f lavfi -i sine=440:r=48000:d=12 -c:v libx264 -preset veryfast"
                    + " -g 50 -pix_fmt yuv420p -c:a aac -f mpegts OUT"),
    FILM_RATE_MKV(
            "mkv",
            true,
            "-f lavfi -i testsrc2=s=320x180:r=24000/1001:d=14 -f lavfi -i sine=440:r=48000:d=14 -c:v libx264"
                    + " -preset veryfast -g 48 -pix_fmt yuv420p -c:a aac OUT"),
    ALL_INTRA("mov", true, "-f lavfi -i testsrc2=s=320x180:r=25:d=10 -c:v mjpeg -q:v 3 -pix_fmt yuvj420p OUT"),
    ONE_KEY_FRAME(
            "mp4",
            true,
            "-f lavfi -i testsrc2=s=320x180:r=25:d=16 -c:v libx264 -preset veryfast -g 9999"
                    + " -x264-params scenecut=0 -pix_fmt yuv420p OUT"),
    ONE_KEY_FRAME_MKV(
            "mkv",
            true,
            "-f lavfi -i testsrc2=s=160x90:r=30000/1001:d=40 -f lavfi -i sine=440:r=48000:d=40 -c:v libx264"
                    + " -preset veryfast -g 9999 -bf 4 -b_strategy 0 -x264-params scenecut=0:ref=4 -pix_fmt yuv420p"
                    + " -c:a aac OUT"),
    LONG_GOPS(
            "mp4",
            true,
            "-f lavfi -i testsrc2=s=160x90:r=25:d=70 -c:v libx264 -preset veryfast -x264-params"
                    + " open-gop=1:bframes=3:keyint=750:min-keyint=750:scenecut=0 -pix_fmt yuv420p OUT"),
    LONG_GOPS_TRANSPORT_STREAM(
            "ts",
            true,
            "-f lavfi -i testsrc2=s=160x90:r=25:d=70 -f lavfi -i sine=440:r=48000:d=70 -c:v libx264 -preset veryfast"
                    + " -g 750 -x264-params scenecut=0 -pix_fmt yuv420p -c:a aac -f mpegts OUT"),
    LONG_GOP_VARIABLE_RATE(
            "mp4",
            false,
            "-f lavfi -i testsrc2=s=160x90:r=30:d=25 -vf select='not(eq(mod(n\\,7)\\,3)+eq(mod(n\\,11)\\,5))'"
                    + " -fps_mode vfr -c:v libx264 -preset veryfast -g 9999 -x264-params scenecut=0 -pix_fmt yuv420p"
                    + " OUT"),
    ALTERNATE_REFERENCES(
            "webm",
            true,
            "-f lavfi -i testsrc2=s=320x180:r=25:d=10 -c:v libvpx -deadline realtime -cpu-used 8 -b:v 600k -g 50"
                    + " -auto-alt-ref 1 -lag-in-frames 16 -pix_fmt yuv420p OUT"),
    EDIT_LIST(
            "mp4",
            true,
            "-f lavfi -i testsrc2=s=320x180:r=25:d=14 -f lavfi -i sine=440:r=48000:d=14 -c:v libx264 -preset veryfast"
                    + " -g 50 -pix_fmt yuv420p -c:a aac OUT",
            "-ss 2.52 -i IN -c copy OUT"),
    ODD_SIZE(
            "mp4",
            true,
            "-f lavfi -i testsrc2=s=321x181:r=25:d=8 -c:v libx264 -preset veryfast -g 50 -pix_fmt yuv444p OUT"),
    PORTRAIT(
            "mp4",
            true,
            "-f lavfi -i testsrc2=s=320x180:r=25:d=8 -c:v libx264 -preset veryfast -g 50 -pix_fmt yuv420p OUT",
            "-display_rotation 90 -i IN -c copy OUT"),
    LATE_AND_SHORT_SOUND(
            "mp4",
            true,
            "-f lavfi -i testsrc2=s=320x180:r=25:d=10 -itsoffset 0.5 -f lavfi -i sine=440:r=48000:d=7 -c:v libx264"
                    + " -preset veryfast -g 50 -pix_fmt yuv420p -c:a aac OUT"),
    SURROUND(
            "mkv",
            true,
            "-f lavfi -i testsrc2=s=320x180:r=25:d=8 -f lavfi -i sine=440:r=48000:d=8 -af"
                    + " pan=5.1|c0=c0|c1=c0|c2=c0|c3=c0|c4=c0|c5=c0 -c:v libx264 -preset veryfast -g 50"
                    + " -pix_fmt yuv420p -c:a ac3 OUT"),
    MONO(
            "mp4",
            true,
            "-f lavfi -i testsrc2=s=320x180:r=25:d=8 -f lavfi -i sine=440:r=22050:d=8 -c:v libx264 -preset veryfast"
                    + " -g 50 -pix_fmt yuv420p -c:a aac -ac 1 OUT");

    private final String extension;
    private final boolean constantRate;
    private final List<String> how;

    Clip(String extension, boolean constantRate, String... how) {
        this.extension = extension;
        this.constantRate = constantRate;
        this.how = List.of(how);
    }

    String extension() {
        return extension;
    }

    /** Whether its frames are evenly spaced. */
    boolean isConstantRate() {
        return constantRate;
    }

    /** Arguments of the calls of FFmpeg that make it. */
    List<String> how() {
        return how;
    }

    boolean hasSound() {
        return how.get(0).contains("sine=");
    }

    String slug() {
        return "clips/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
