package atelier.processors.quality;

import atelier.processors.catalog.QualityTrials.Measured;

/**
 * A few seconds of a film, encoded by two constant qualities. Between and beyond them, how alike its source it is, in decibels, is taken for a
 * straight line, and the logarithm of its bit rate, too.
 *
 * @param crf the better one
 * @param better what came of it
 * @param worse what came of {@link #STEP} more
 */
record Sample(int crf, Measured better, Measured worse) {
    /** Far enough for the line, and about as far as films go. */
    static final int STEP = 6;

    /** Of what is the same to the last bit. */
    private static final double MOST_ALIKE = 0.999_999;

    /** SSIM as decibels: the higher the constant quality, the fewer of them, by nearly as many a step. */
    static double decibels(double ssim) {
        return -10 * Math.log10(1 - Math.min(ssim, MOST_ALIKE));
    }

    /** How alike its source it is by a constant quality. */
    double ssim(int by) {
        double decibels = between(decibels(better.ssim()), decibels(worse.ssim()), by);
        return 1 - Math.pow(10, -decibels / 10);
    }

    /** How many kbit/s it has by a constant quality. */
    double kilobits(int by) {
        return Math.exp(between(Math.log(better.kilobits()), Math.log(worse.kilobits()), by));
    }

    private double between(double here, double there, int by) {
        return here + (there - here) * (by - crf) / STEP;
    }
}
