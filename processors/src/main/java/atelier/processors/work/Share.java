package atelier.processors.work;

/** How much of something is done. */
public final class Share {
    /** What is not done is never shown as done. */
    static final double MOST = 0.99;

    private Share() {}

    /**
     * The part that is done: 0 to 0.99, whatever is said, and 0 where nobody knows the whole.
     *
     * @param done and {@code whole}, in the same unit
     */
    public static double of(double done, double whole) {
        double share = done / whole;
        return whole > 0 && Double.isFinite(share) ? Math.max(0, Math.min(MOST, share)) : 0;
    }

    /** The greater of two shares: programs that look back do not take back what was said. */
    public static double forward(double before, double now) {
        return Math.max(before, now);
    }
}
