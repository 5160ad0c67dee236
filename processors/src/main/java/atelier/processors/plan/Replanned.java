package atelier.processors.plan;

/**
 * What came of planning an artwork anew.
 *
 * @param what whether something changed
 * @param needed how many outputs are to be made
 * @param reused how many are there
 * @param reason why the first of those to be made is needed; empty where none is
 */
public record Replanned(What what, int needed, int reused, String reason) {

    /** Whether something changed. */
    public enum What {
        /** It is as it should be, or on its way there. */
        UNCHANGED,
        /** Its files are still being read. */
        READING,
        /** Another plan is needed: recipes, overrides or the source changed. */
        CHANGED,
        /** The plan stays; outputs that it had are lost, and are made again. */
        LOST,
        /** The plan stays; outputs that nobody was making are made now. */
        RESUMED
    }

    static Replanned nothing(What what) {
        return new Replanned(what, 0, 0, "");
    }
}
