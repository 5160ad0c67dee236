package atelier.processors.encode;

import atelier.processors.probe.VideoStream;
import java.util.List;

/** How a source's pictures were scanned. */
enum Scan {
    /** Whole pictures. */
    PROGRESSIVE(""),
    /** Two fields, of which the upper lines are the earlier. */
    TOP_FIRST("bwdif=mode=send_frame:parity=tff"),
    /** Two fields, of which the lower lines are the earlier. */
    BOTTOM_FIRST("bwdif=mode=send_frame:parity=bff"),
    /** Pictures of film, each spread over two or three fields, of which the upper lines are the earlier. */
    FILM_TOP_FIRST("fieldmatch=order=tff:combmatch=full,bwdif=mode=send_frame:parity=tff:deint=interlaced"),
    /** The same with the lower lines the earlier. */
    FILM_BOTTOM_FIRST("fieldmatch=order=bff:combmatch=full,bwdif=mode=send_frame:parity=bff:deint=interlaced");

    private final String filter;

    Scan(String filter) {
        this.filter = filter;
    }

    static Scan of(VideoStream video) {
        return switch (video.fieldOrder().orElse("progressive")) {
            case "tt" -> TOP_FIRST;
            case "bb" -> BOTTOM_FIRST;
            case VideoStream.FILM_TOP_FIRST -> FILM_TOP_FIRST;
            case VideoStream.FILM_BOTTOM_FIRST -> FILM_BOTTOM_FIRST;
            default -> PROGRESSIVE;
        };
    }

    /** FFmpeg's filters that make whole pictures of fields; none where there are none. */
    List<String> filters() {
        return filter.isEmpty() ? List.of() : List.of(filter);
    }
}
