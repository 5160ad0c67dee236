package atelier.processors.encode;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.index.Seek;
import atelier.processors.probe.InputOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Takes a chunk out of a file as it is, without decoding it. Its frames keep the order in which they are shown; the exact times
 * are those of the plan.
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
        arguments.addAll(Seek.to(OptionalLong.of(span.seekPts()), timeBase));
        arguments.addAll(List.of("-t", String.format(Locale.ROOT, "%.6f", span.seconds() + MARGIN)));
        arguments.add("-copyts");
        arguments.addAll(List.of("-i", InputOptions.input(input.file()), "-map", "0:" + input.stream()));
        arguments.addAll(List.of("-an", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of("-c:v", "copy", "-bsf:v", own() + "," + decoded()));
        // The file's own ticks: FFmpeg before 6 filters packets after it has given them those that are written.
        arguments.addAll(Fragmented.video((int) timeBase.denominator()));
        arguments.addAll(Fragmented.PROGRESS);
        arguments.add(output.toString());
        return new Command(Program.FFMPEG, arguments, output.getParent());
    }

    /** Readers may land before the chunk, and read on behind it. It is closed: what is shown in it is all that is its own. */
    private String own() {
        return "noise=drop=lt(pts\\,%d)+gte(pts\\,%d)".formatted(span.startPts(), span.endPts());
    }

    /**
     * Times to decode at, which Matroska does not have: in the file's order, never behind the time to be shown at.
     */
    private String decoded() {
        double frame = span.frameTicks() / (timeBase.value() * span.timescale());
        return String.format(
                Locale.ROOT, "setts=pts=PTS:dts=%d+floor((N-%d)*%.12f)-1", span.startPts(), reordered, frame);
    }

    /** The time by which frames are shown later than they are decoded. */
    long delayTicks() {
        return reordered * span.frameTicks();
    }
}
