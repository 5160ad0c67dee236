package atelier.processors.index;

/**
 * A fraction, in lowest terms: a time base in seconds, or a frame rate in hertz.
 *
 * @param numerator above the line
 * @param denominator below the line, positive
 */
public record Ratio(long numerator, long denominator) {
    public Ratio {
        if (denominator <= 0) {
            throw new IllegalArgumentException("A ratio of " + numerator + "/" + denominator + " has no value.");
        }
        long divisor = Math.max(1, gcd(Math.abs(numerator), denominator));
        numerator /= divisor;
        denominator /= divisor;
    }

    /** This ratio as a floating point number. */
    public double value() {
        return (double) numerator / denominator;
    }

    /**
     * Converts a count of this time base into ticks of a time scale, rounded to the nearest, halves away from zero, as
     * FFmpeg's {@code av_rescale_q} does.
     */
    public long toTicks(long count, long timescale) {
        long product = Math.multiplyExact(Math.multiplyExact(count, numerator), timescale);
        long half = denominator / 2;
        return product >= 0 ? (product + half) / denominator : -((-product + half) / denominator);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
