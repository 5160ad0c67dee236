package atelier.processors.index;

import java.util.function.Consumer;

/** Puts ffprobe's lines together: its compact writer breaks a packet's line where that has side data. */
final class PacketLines {
    private final String last;
    private final Consumer<ProbeLine> lines;
    private String unfinished = "";

    /** @param last the field that a packet ends with, of those that were asked for */
    PacketLines(String last, Consumer<ProbeLine> lines) {
        this.last = last + "=";
        this.lines = lines;
    }

    void accept(String line) {
        String whole = unfinished + line;
        boolean broken = whole.startsWith("packet|") && !whole.contains(last);
        unfinished = broken ? whole : "";
        if (!broken) {
            lines.accept(ProbeLine.parse(whole));
        }
    }
}
