package atelier.routes.pipeline;

import java.util.List;
import java.util.Locale;

/** What artists, and others, deliver, and cannot be shown. */
enum BadFile {
    EMPTY("mp4", "empty"),
    TEXT("mp4", "not a video"),
    INDEX_CUT_OFF("mp4", "cut off|has come"),
    CUT_IN_THE_MIDDLE("mp4", "cut off|has come"),
    SOUND_ALONE("m4a", "audio only"),
    SOUND_ALONE_AS_FILM("mp4", "audio only"),
    NO_SIZE("mov", "how large its picture is"),
    IMPOSSIBLE_SIZE("mov", "how large its picture is"),
    HUGE_SIZE("mov", "16000×16000"),
    TOO_WIDE("mp4", "2400×32"),
    TOO_LONG("mp4", "4:01:00");

    private static final String FILM =
            "-f lavfi -i testsrc2=s=320x180:r=25:d=5 -c:v libx264 -preset veryfast -g 25 -pix_fmt yuv420p OUT";
    private static final String SOUND = "-f lavfi -i sine=d=3 -c:a aac OUT";

    /** Its size is written in the container alone. */
    private static final String SIZED_BY_CONTAINER =
            "-f lavfi -i testsrc2=s=64x48:r=5:d=2 -c:v qtrle -pix_fmt rgb24 OUT";

    private final String extension;
    private final String problem;

    BadFile(String extension, String problem) {
        this.extension = extension;
        this.problem = problem;
    }

    String slug() {
        return "bad/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String fileName() {
        return slug() + "." + extension;
    }

    /** What the artist is told, as a regular expression. */
    String problem() {
        return problem;
    }

    /** Its content. */
    byte[] of(ClipFiles clips) {
        return switch (this) {
            case EMPTY -> new byte[0];
            case TEXT -> FileBytes.text("This is a letter, not a film.".repeat(40));
            case INDEX_CUT_OFF -> FileBytes.cut(made(clips, FILM), 0.6);
            case CUT_IN_THE_MIDDLE -> FileBytes.cut(made(clips, FILM.replace("OUT", "-movflags +faststart OUT")), 0.6);
            case SOUND_ALONE, SOUND_ALONE_AS_FILM -> made(clips, SOUND);
            case NO_SIZE -> FileBytes.sized(made(clips, SIZED_BY_CONTAINER), 0, 0);
            case IMPOSSIBLE_SIZE -> FileBytes.sized(made(clips, SIZED_BY_CONTAINER), 65535, 65535);
            case HUGE_SIZE -> FileBytes.sized(made(clips, SIZED_BY_CONTAINER), 16000, 16000);
            case TOO_WIDE -> made(clips, FILM.replace("320x180", "2400x32"));
            case TOO_LONG ->
                made(
                        clips,
                        "-f lavfi -i color=s=64x48:r=1:d=14460 -c:v libx264 -preset ultrafast -g 300 -pix_fmt yuv420p"
                                + " OUT");
        };
    }

    private byte[] made(ClipFiles clips, String how) {
        return FileBytes.of(clips.of("bad-" + name().toLowerCase(Locale.ROOT), extension, List.of(how)));
    }
}
