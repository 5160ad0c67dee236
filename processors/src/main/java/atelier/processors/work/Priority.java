package atelier.processors.work;

import atelier.config.Recipe;

/**
 * The order of work is what a viewer feels: what somebody asked for and waits for, then the first chunk of the lowest rendition of every waiting artwork, then
 * sound and posters, then the rest of the lowest rendition, then upwards. Higher goes first.
 */
public final class Priority {
    /** What somebody waits for at this moment: before the first chunk of any other artwork. */
    public static final int ASKED = 31_000;

    /** What somebody will ask for in a moment: behind first chunks alone, and the earlier the sooner. */
    public static final int SOON = 29_000;

    /** Sound that most viewers do not choose, and subtitles: behind the lowest rendition. */
    public static final int OTHER_TRACK = 15_001;

    /** What a viewer needs before anything of an artwork can be played: the first chunk of its lowest rendition, and the first piece of its sound. */
    public static final int FRESH = 25_000;

    private static final int FIRST = 30_000;
    private static final int AUDIO = FRESH;
    private static final int POSTER = 24_000;
    private static final int RUNG = 5_000;
    private static final int LOWEST = 20_000;
    private static final int RUNGS = 9;

    /** Highest priority of what nobody waits for; the database holds 16 bits. */
    private static final int BACKGROUND = -30_001;

    private static final int SCALE = 24;
    private static final int DEMAND = 14_000;
    private static final int DEMAND_STEP = 1_000;

    private Priority() {}

    /**
     * @param kind of the rendition
     * @param rung 0 for the lowest video rendition of the artwork, then upwards
     * @param chunk number of the chunk, or of the piece of sound: that lasts some chunks, and goes before that of its number
     */
    public static int of(Recipe.Kind kind, int rung, int chunk) {
        return switch (kind) {
            case AUDIO -> chunk == 0 ? AUDIO : LOWEST + 1 - Math.min(chunk, RUNG - 1);
            case TEXT -> OTHER_TRACK;
            case POSTER -> POSTER;
            case VIDEO ->
                rung == 0 && chunk == 0 ? FIRST : LOWEST - RUNG * Math.min(rung, RUNGS) - Math.min(chunk, RUNG - 1);
        };
    }

    /**
     * Of a rendition that is made because somebody asked for it: behind all that viewers of new artworks need, and the sooner the more the
     * artwork is asked for; of those as much asked for, from the beginning.
     *
     * @param chunk number of the chunk
     * @param score see {@link atelier.processors.catalog.Demands}
     */
    public static int onDemand(int chunk, double score) {
        int asked = (int) Math.min(DEMAND, DEMAND_STEP * (Math.log1p(Math.max(0, score)) / Math.log(2)));
        return asked - Math.min(chunk, DEMAND_STEP - 1);
    }

    /** The priority of the same job where nobody waits for it: below all others, in the same order. */
    public static int inBackground(int priority) {
        return BACKGROUND + (priority - FIRST) / SCALE;
    }

    /** Whether a job is the first that a viewer waits for: it may use every core. */
    public static boolean isFirst(int rung, int chunk) {
        return rung == 0 && chunk == 0;
    }
}
