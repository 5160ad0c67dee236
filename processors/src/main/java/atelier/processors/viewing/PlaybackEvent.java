package atelier.processors.viewing;

/**
 * What happened in a player.
 *
 * @param type of it
 * @param at position in the film, in seconds
 * @param value of the type's unit
 * @param cause why, where that matters; else empty
 */
record PlaybackEvent(Type type, double at, double value, String cause) {

    /** What can happen. */
    enum Type {
        /** The viewer wants to play. */
        START("start", 0),
        /** The first picture moves; milliseconds since the start. */
        FIRST_FRAME("first-frame", 600_000),
        /** The picture stood still because there was nothing to play; milliseconds. */
        STALL("stall", 3_600_000),
        /** Another picture size; its lines. Cause: {@code edition}, {@code chosen} or {@code auto}. */
        SWITCH("switch", 20_000),
        /** The viewer went elsewhere; from there, in seconds. */
        SEEK("seek", 360_000),
        /** Seconds played in a tab that was seen, since this was told last. */
        WATCHED("watched", 120),
        /** The film came to its end. */
        COMPLETE("complete", 0),
        /** It could not go on. */
        ERROR("error", 0);

        private final String text;
        private final double most;

        Type(String text, double most) {
            this.text = text;
            this.most = most;
        }

        /** As players and the database name it. */
        String text() {
            return text;
        }

        /** A value of this type, whatever was sent. */
        double bounded(double value) {
            return Double.isFinite(value) ? Math.max(0, Math.min(value, most)) : 0;
        }
    }
}
