package atelier.processors.index;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Where a piece of sound lies, in the input and on the rendition's timeline, and how it is cut into segments. All pieces of a
 * sound have one grid of samples, from the first picture on; they are found by counting, since containers round times.
 *
 * @param rate samples, and ticks, a second of the rendition
 * @param startTicks where its first segment starts, in the time of segments: they begin with the encoder's delay
 * @param segments how long each of its segments lasts, in ticks
 * @param counted whether its samples can be counted; else they are put where their times say
 * @param window which of the input's packets it is decoded from
 * @param skip samples of the input that are decoded and not wanted; below 0, silence that comes before
 * @param trim samples of the rendition that are cut off then: those that a resampler needs to begin
 * @param lead ticks that are encoded before its first segment and dropped, so that the encoder is in the state of one that has
 *     encoded all that is before
 * @param samples of the rendition that are encoded, lead and what follows the last segment included
 * @param jumps where the input's packets do not follow each other
 * @param pad most samples of silence that are put behind the sound, where the pictures end later
 */
public record SoundSpan(
        int rate,
        long startTicks,
        List<Long> segments,
        boolean counted,
        Window window,
        long skip,
        long trim,
        long lead,
        long samples,
        List<Jump> jumps,
        long pad) {
    /**
     * A place where silence is put in, or samples are left out.
     *
     * @param at how many samples of the window's packets are before it
     * @param by how many samples of silence; below 0, how many are left out
     */
    public record Jump(long at, long by) {}

    /**
     * Packets of the input.
     *
     * @param seek where reading starts, in seconds of the input's time; at the beginning where there is none
     * @param first the time of the first one that is wanted, in seconds
     * @param packet how many samples one has, about
     * @param rate samples a second of the input
     * @param samples how many all that are wanted have; all that follow, where that is not said
     */
    public record Window(OptionalDouble seek, double first, int packet, int rate, OptionalLong samples) {}

    private static final long MILLIS = 1000;

    public SoundSpan {
        segments = List.copyOf(segments);
        jumps = List.copyOf(jumps);
    }

    /** Presented duration, in milliseconds. */
    public long durationMillis() {
        return Math.round((double) MILLIS * ticks() / rate);
    }

    /** Its first sample that is encoded, counted from the first picture on. */
    public long firstSample() {
        return startTicks - lead;
    }

    private long ticks() {
        return segments.stream().mapToLong(Long::longValue).sum();
    }
}
