package atelier.processors.encode;

import atelier.processors.probe.VideoStream;

/** How a source's pictures were scanned. */
enum Scan {
    /** Whole pictures. */
    PROGRESSIVE(""),
    /** Two fields, of which the upper lines are the earlier. */
    TOP_FIRST("bwdif=mode=send_frame:parity=tff"),
    /** Two fields, of which the lower lines are the earlier. */
    BOTTOM_FIRST("bwdif=mode=send_frame:parity=bff");

    private final String filter;

    Scan(String filter) {
        this.filter = filter;
    }

    /** FFmpeg's words are two letters: which field is coded first, and which is shown first. */
    static Scan of(VideoStream video) {
        return switch (video.fieldOrder().orElse("progressive")) {
            case "tt", "bt" -> TOP_FIRST;
            case "bb", "tb" -> BOTTOM_FIRST;
            default -> PROGRESSIVE;
        };
    }

    /** The filter that makes one picture of two fields; empty where there are none. */
    String filter() {
        return filter;
    }
}
