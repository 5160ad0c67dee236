package atelier.processors.mp4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives the samples of a chunk their times on the rendition's timeline.
 *
 * <p>A decoder needs frames in coding order, and FFmpeg makes room for that by starting to decode some frames before the
 * first is shown, or by showing it later: a shift at every joint. Here the n-th coded frame gets the n-th presentation
 * time as its decode time instead. So decoding starts when presentation does, and decode times are contiguous from chunk to
 * chunk. Around a gap in the presentation the n-th time would come too late for a frame that is shown before the gap: it is
 * then decoded as much earlier as it must be.
 */
final class ChunkTiming {
    private final List<MovieFragment> fragments;
    private final ExpectedChunk expected;
    private final long startTicks;
    /** Presentation times, ascending, in the file's ticks. */
    private final long[] shown;
    /** Decode times in coding order, from the chunk's start; behind the last one, the chunk's end. */
    private final long[] decoded;

    /** @param delayTicks by how much a frame may be shown earlier than it is decoded */
    ChunkTiming(List<MovieFragment> fragments, ExpectedChunk expected, long startTicks, long delayTicks) {
        this.fragments =
                expected.steps().map(steps -> even(fragments, steps.ticks())).orElse(fragments);
        this.expected = expected;
        this.startTicks = startTicks;
        this.shown = shown(this.fragments);
        check();
        this.decoded = decodeTimes(delayTicks);
    }

    /** Presentation times, ascending. */
    private static long[] shown(List<MovieFragment> fragments) {
        return fragments.stream()
                .flatMap(fragment -> fragment.samples().stream())
                .mapToLong(Sample::presentationTime)
                .sorted()
                .toArray();
    }

    /** The same frames in the same order, shown in even steps. */
    private static List<MovieFragment> even(List<MovieFragment> fragments, long step) {
        long[] shown = shown(fragments);
        return fragments.stream()
                .map(fragment -> fragment.withSamples(fragment.samples().stream()
                        .map(each -> each.at(
                                each.decodeTime(), step, step * Arrays.binarySearch(shown, each.presentationTime())))
                        .toList()))
                .toList();
    }

    private long[] decodeTimes(long delayTicks) {
        long[] coded = fragments.stream()
                .flatMap(fragment -> fragment.samples().stream())
                .mapToLong(sample -> sample.presentationTime() - shown[0])
                .toArray();
        long[] times = new long[coded.length + 1];
        times[coded.length] = expected.durationTicks();
        for (int i = coded.length - 1; i >= 0; i--) {
            long turn = Math.min(shown[i] - shown[0], times[i + 1] - 1);
            times[i] = Math.min(turn, coded[i] + delayTicks);
        }
        if (times[0] != 0) {
            throw Mp4Exception.mismatch(
                    "A frame is shown so long before its turn in coding order that decoding would have to begin %d ticks early",
                    -times[0]);
        }
        return times;
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
            long decode = decoded[from + i];
            long presentation = samples.get(i).presentationTime() - shown[0];
            timed.add(
                    samples.get(i).at(startTicks + decode, decoded[from + i + 1] - decode, startTicks + presentation));
        }
        return timed;
    }
}
