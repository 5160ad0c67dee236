package atelier.processors.subtitles;

/**
 * Text that is shown for a while.
 *
 * @param startMillis from when on, in the time of the film
 * @param endMillis until when
 * @param settings where it is shown, as WebVTT writes it; empty: where players put it
 * @param payload WebVTT cue text: one or more lines, none of them empty
 */
public record Cue(long startMillis, long endMillis, String settings, String payload) {

    /** The same, shown later or, where that is negative, sooner. */
    Cue shifted(long millis) {
        return new Cue(Math.max(0, startMillis + millis), endMillis + millis, settings, payload);
    }
}
