package atelier.processors.ffmpeg;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What recipes may ask of FFmpeg: encoders and filters by FFmpeg's names, each with a way to try it. */
public enum Capability {
    LIBX264("libx264", encoding("testsrc2=s=128x128:d=0.2", "-c:v", "libx264")),
    LIBX265("libx265", encoding("testsrc2=s=128x128:d=0.2", "-c:v", "libx265", "-x265-params", "log-level=error")),
    LIBSVTAV1("libsvtav1", KeyFrameTrial.of("libsvtav1"), KeyFrameTrial::passes),
    AAC("aac", encoding("sine=d=0.2", "-c:a", "aac")),
    MJPEG("mjpeg", encoding("testsrc2=s=128x128:d=0.1", "-pix_fmt", "yuvj420p", "-c:v", "mjpeg")),
    LIBWEBP("libwebp", encoding("testsrc2=s=128x128:d=0.1", "-c:v", "libwebp")),

    SCALE("scale", filtering("scale=64:64")),
    TRIM("trim", filtering("trim=start_pts=0:end_pts=2")),
    SETPTS("setpts", filtering("setpts=PTS-STARTPTS")),
    SETSAR("setsar", filtering("setsar=1")),
    FORMAT("format", filtering("format=yuv420p")),
    ZSCALE("zscale", filtering("zscale=w=64:h=64")),
    TONEMAP("tonemap", filtering("format=gbrpf32le,tonemap=hable")),
    BWDIF("bwdif", filtering("bwdif")),
    YADIF("yadif", filtering("yadif")),
    TRANSPOSE("transpose", filtering("transpose=1")),
    THUMBNAIL("thumbnail", filtering("thumbnail=2")),
    V360("v360", filtering("v360=e:flat")),
    XPSNR("xpsnr", filtering("split[a][b];[a][b]xpsnr")),

    H264_NVENC("h264_nvenc", onDevice("format=yuv420p", "h264_nvenc")),
    HEVC_NVENC("hevc_nvenc", onDevice("format=yuv420p", "hevc_nvenc")),
    H264_QSV("h264_qsv", onDevice("format=nv12", "h264_qsv")),
    HEVC_QSV("hevc_qsv", onDevice("format=nv12", "hevc_qsv")),
    H264_VAAPI("h264_vaapi", onDevice("format=nv12,hwupload", "h264_vaapi")),
    HEVC_VAAPI("hevc_vaapi", onDevice("format=nv12,hwupload", "hevc_vaapi")),
    H264_VIDEOTOOLBOX("h264_videotoolbox", onDevice("format=nv12", "h264_videotoolbox")),
    HEVC_VIDEOTOOLBOX("hevc_videotoolbox", onDevice("format=nv12", "hevc_videotoolbox"));

    /** Those that encode on a device. */
    public static final Set<Capability> HARDWARE =
            Collections.unmodifiableSet(EnumSet.range(H264_NVENC, HEVC_VIDEOTOOLBOX));

    /** Those that encode. */
    public static final Set<Capability> ENCODERS = encoders();

    private final String ffmpegName;
    private final List<String> trial;
    private final Predicate<List<String>> passes;

    Capability(String ffmpegName, List<String> trial) {
        this(ffmpegName, trial, lines -> true);
    }

    /** @param passes whether a call is right that succeeded and wrote these lines */
    Capability(String ffmpegName, List<String> trial, Predicate<List<String>> passes) {
        this.ffmpegName = ffmpegName;
        this.trial = trial;
        this.passes = passes;
    }

    /** The encoder's or filter's name on FFmpeg's command line. */
    public String ffmpegName() {
        return ffmpegName;
    }

    /** Arguments of a call that succeeds if it works here. */
    List<String> trial() {
        return trial;
    }

    /** Whether a call that succeeded did what was wanted, by the lines that it wrote. */
    boolean passes(List<String> lines) {
        return passes.test(lines);
    }

    private static Set<Capability> encoders() {
        Set<Capability> encoders = EnumSet.of(LIBX264, LIBX265, LIBSVTAV1, AAC, MJPEG, LIBWEBP);
        encoders.addAll(HARDWARE);
        return Collections.unmodifiableSet(encoders);
    }

    /** Large enough for every device. */
    private static List<String> onDevice(String filter, String encoder) {
        List<String> call = new ArrayList<>();
        if (filter.contains("hwupload")) {
            call.addAll(List.of("-init_hw_device", "vaapi=device", "-filter_hw_device", "device"));
        }
        call.addAll(calling("testsrc2=s=640x360:d=0.2", List.of("-vf", filter, "-c:v", encoder)));
        return List.copyOf(call);
    }

    private static List<String> encoding(String input, String... encoder) {
        return calling(input, List.of(encoder));
    }

    private static List<String> filtering(String filter) {
        return calling("testsrc2=s=128x128:d=0.2", List.of("-vf", filter));
    }

    private static List<String> calling(String input, List<String> options) {
        List<String> call = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "error"));
        call.addAll(List.of("-f", "lavfi", "-i", input));
        call.addAll(options);
        call.addAll(List.of("-f", "null", "-"));
        return List.copyOf(call);
    }
}
