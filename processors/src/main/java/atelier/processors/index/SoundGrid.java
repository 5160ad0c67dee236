package atelier.processors.index;

import atelier.processors.mp4.SoundCuts;
import java.math.BigInteger;

/**
 * Where pieces of sound are cut: at segments' borders, in samples of the rendition from the first picture on, and in those of
 * the input. A piece begins at a sample of the input that is also one of the rendition, so that resampling it gives the samples
 * that resampling all gives. Pure.
 *
 * @param cuts how the rendition is cut into segments
 * @param inputRate samples a second of the input
 */
record SoundGrid(SoundCuts cuts, int inputRate) {
    /** What an encoder is given before a piece, in fragments: its rate control needs the longest, the windows a few packets. */
    private static final int LEAD_FRAGMENTS = 2;

    /** What it is given behind a piece, in packets: so much it looks ahead, and a bit. */
    private static final int BEHIND = 4;

    /** What a resampler needs to be where it would be, in samples of the input: more than its filter is long. */
    private static final int WARM = 1024;

    /** Above it, FFmpeg's resampler does not count exactly (its {@code phase_shift}). */
    private static final int MOST_PHASES = 1024;

    private static final double PIECE_SECONDS = 15;

    /** Whether a sound of that rate can be resampled from anywhere. */
    boolean isExact() {
        return inputRate > 0 && outputStep() <= MOST_PHASES;
    }

    /** The segment that a piece begins with. The first piece is one segment long, so that it is known and made soon. */
    int firstSegment(int number) {
        int others = Math.max(1, (int) Math.round(PIECE_SECONDS * cuts.sampleRate() / cuts.full()));
        return number == 0 ? 0 : 1 + (number - 1) * others;
    }

    long startTicks(int number) {
        return firstSegment(number) * cuts.full();
    }

    /** Ticks that are encoded before a piece. */
    long lead(int number) {
        return number == 0 ? 0 : LEAD_FRAGMENTS * cuts.fragment();
    }

    /** The first sample of the rendition that a piece's encoder is given. */
    long firstSample(int number) {
        return startTicks(number) - lead(number);
    }

    /** The end of what the encoder of a piece is given that another one follows. */
    long endSample(int number) {
        return startTicks(number + 1) + BEHIND * SoundCuts.PACKET;
    }

    /** The sample of the input that decoding a piece has to begin with. */
    long firstInput(int number) {
        long wanted = inputOf(firstSample(number));
        return number == 0 || inputStep() == 1 && outputStep() == 1
                ? wanted
                : Math.floorDiv(wanted - WARM, inputStep()) * inputStep();
    }

    /** The end of what is decoded of the input for a piece that another one follows. */
    long endInput(int number) {
        return inputOf(endSample(number) - 1) + 1;
    }

    /** Samples of the rendition that come of the input up to a sample that is also one of the rendition, or before it. */
    long outputOf(long input) {
        return Math.floorDiv(input * outputStep(), inputStep());
    }

    private long inputOf(long output) {
        return Math.floorDiv(output * inputStep(), outputStep());
    }

    private long inputStep() {
        return inputRate / common();
    }

    private long outputStep() {
        return cuts.sampleRate() / common();
    }

    private long common() {
        return BigInteger.valueOf(inputRate)
                .gcd(BigInteger.valueOf(cuts.sampleRate()))
                .longValue();
    }
}
