package atelier.processors.probe;

import java.nio.file.Path;
import java.util.List;

/**
 * How FFmpeg and ffprobe are told of an input that came from outside: only local files, and only formats that hold their own
 * content. So no playlist, concat script, manifest or session description is followed, whatever it is named.
 *
 * <p>FFmpeg compares each comma-separated part of a demuxer's name with the list, so {@code mov} allows
 * {@code mov,mp4,m4a,3gp,3g2,mj2}. QuickTime's references to other files are off by default; they cannot be turned off here,
 * since an option that the input's format does not know is an error.
 */
public final class InputOptions {
    private static final String FORMATS = "mov,matroska,avi,mpegts,mpeg,mxf,flv,asf,ogg,dv";
    private static final int MOST_STREAMS = 128;

    private InputOptions() {}

    /** What goes before every {@code -i}. */
    public static List<String> beforeInput() {
        return List.of(
                "-protocol_whitelist",
                "file",
                "-format_whitelist",
                FORMATS,
                "-max_streams",
                Integer.toString(MOST_STREAMS));
    }

    /** What goes before the {@code -i} of a picture: read as what it is, and as nothing else. */
    public static List<String> beforePicture(String demuxer) {
        return List.of("-protocol_whitelist", "file", "-format_whitelist", demuxer, "-f", demuxer);
    }

    /** What goes after {@code -i}: absolute, and marked as a file, so that no name reads as an option or a protocol. */
    public static String input(Path file) {
        return "file:" + file.toAbsolutePath();
    }
}
