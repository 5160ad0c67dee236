package atelier.processors.mp4;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives the samples of a chunk their times on the rendition's timeline.
 *
 * <p>The n-th coded frame gets the n-th presentation time as its decode time. So decoding starts when presentation
 * does, decode times are contiguous from chunk to chunk, and a sample's duration is that of a frame, also where the
 * frame rate varies. Whatever FFmpeg shifted at the chunk's start and guessed at its end is gone. Frames that are shown
 * before their turn in coding order have presentation offsets below 0 here.
 */
final class ChunkTiming {
    private final List<MovieFragment> fragments;
    private final ExpectedChunk expected;
    private final long startTicks;
    /** Presentation times, ascending, in the file's ticks. */
    private final long[] shown;

    ChunkTiming(List<MovieFragment> fragments, ExpectedChunk expected, long startTicks) {
        this.fragments = fragments;
        this.expected = expected;
        this.startTicks = startTicks;
        this.shown = fragments.stream()
                .flatMap(fragment -> fragment.samples().stream())
                .mapToLong(Sample::presentationTime)
                .sorted()
                .toArray();
        check();
    }

    private void check() {
        if (shown.length != expected.frames()) {
            throw Mp4Exception.mismatch(
                    "The encoded chunk has %d frames where %d were planned", shown.length, expected.frames());
        }
        for (int i = 1; i < shown.length; i++) {
            if (shown[i] == shown[i - 1]) {
                throw Mp4Exception.mismatch(
                        "Two frames of the encoded chunk are presented at the same time, tick %d", shown[i] - shown[0]);
            }
        }
        if (last() >= expected.durationTicks()) {
            throw Mp4Exception.mismatch(
                    "The last frame of the encoded chunk starts at tick %d, after its planned end at %d",
                    last(), expected.durationTicks());
        }
    }

    private long last() {
        return shown[shown.length - 1] - shown[0];
    }

    /** The fragments with their samples on the timeline. */
    List<MovieFragment> timed() {
        List<MovieFragment> timed = new ArrayList<>();
        int at = 0;
        for (MovieFragment fragment : fragments) {
            timed.add(fragment.withSamples(timed(fragment.samples(), at)));
            at += fragment.samples().size();
        }
        return timed;
    }

    private List<Sample> timed(List<Sample> samples, int from) {
        List<Sample> timed = new ArrayList<>(samples.size());
        for (int i = 0; i < samples.size(); i++) {
            long decode = onTimeline(from + i);
            long presentation = startTicks + samples.get(i).presentationTime() - shown[0];
            timed.add(samples.get(i).at(decode, onTimeline(from + i + 1) - decode, presentation));
        }
        return timed;
    }

    /** When the n-th frame is presented; behind the last one, the chunk's end. */
    private long onTimeline(int number) {
        return startTicks + (number < shown.length ? shown[number] - shown[0] : expected.durationTicks());
    }
}
