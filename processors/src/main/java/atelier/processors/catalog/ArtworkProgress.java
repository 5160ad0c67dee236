package atelier.processors.catalog;

/** How far the work on an artwork is. */
final class ArtworkProgress {
    /** What is not done is never shown as done. */
    static final double MOST = 0.99;

    private ArtworkProgress() {}

    /**
     * The share of the presented time that is made, over all renditions: 0 to 0.99. While a plan is followed it never goes
     * back: neither figure of the whole depends on how much of the input has been read.
     *
     * @param madeMillis presented time that is made, summed over the renditions
     * @param durationMillis presented duration of the artwork; 0 where it is not known
     * @param renditions how many the plan makes, but for pictures that stand still
     */
    static double of(long madeMillis, long durationMillis, long renditions) {
        if (durationMillis <= 0 || renditions <= 0 || madeMillis <= 0) {
            return 0;
        }
        return Math.min(MOST, madeMillis / ((double) durationMillis * renditions));
    }
}
