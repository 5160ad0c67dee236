package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.probe.InputOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes a chunk out of a file as it is, without decoding it. Its packets get times on the timeline: shown in even steps, and
 * decoded in the file's order.
 *
 * @param input the file
 * @param timeBase of its video, in seconds
 * @param span a chunk that can be cut so
 * @param reordered how many frames are shown later than they are coded, at most, in the whole file
 */
record CopyCommand(EncodeInput input, Ratio timeBase, ChunkSpan span, int reordered) {
    /** By how much longer the file is read than the chunk lasts, in seconds: some frames are shown before they are decoded. */
    private static final double MARGIN = 1;

    Command writing(Path output) {
        List<String> arguments = new ArrayList<>(VideoCommand.HEAD);
        arguments.addAll(input.options());
        double seek = (span.seekPts() + 0.5) * timeBase.value();
        arguments.addAll(List.of(
                "-noaccurate_seek",
                "-seek_timestamp",
                "1",
                "-ss",
                seconds(seek),
                "-t",
                seconds(span.seconds() + MARGIN)));
        arguments.add("-copyts");
        arguments.addAll(List.of("-i", InputOptions.input(input.file()), "-map", "0:" + input.stream()));
        arguments.addAll(List.of("-an", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of("-c:v", "copy", "-bsf:v", own() + "," + times()));
        arguments.addAll(Fragmented.video(span.timescale()));
        arguments.addAll(Fragmented.PROGRESS);
        arguments.add(output.toString());
        return new Command(Program.FFMPEG, arguments, output.getParent());
    }

    /** Readers may land before the chunk, and read on behind it. It is closed: what is shown in it is all that is its own. */
    private String own() {
        return "noise=drop=lt(pts\\,%d)+gte(pts\\,%d)".formatted(span.startPts(), span.endPts());
    }

    private String times() {
        double frames = timeBase.value() * span.timescale() / span.frameTicks();
        String shown =
                String.format(Locale.ROOT, "round((PTS-(%d))*%.12f)*%d", span.startPts(), frames, span.frameTicks());
        String decoded = "(N-" + reordered + ")*" + span.frameTicks();
        return "setts=pts=" + shown + ":dts=" + decoded + ":duration=" + span.frameTicks() + ":time_base=1/"
                + span.timescale();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }

    /** The time by which frames are shown later than they are decoded. */
    long delayTicks() {
        return reordered * span.frameTicks();
    }
}
