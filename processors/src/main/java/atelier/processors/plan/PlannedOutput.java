package atelier.processors.plan;

import java.util.OptionalInt;

/**
 * An output that a rendition needs, before anybody has asked whether it is there.
 *
 * @param target the rendition
 * @param sound what is a piece of a sound: the index of that sound in the input; none for all else
 * @param number of the chunk, or of the piece of sound; 0 for what is made whole
 * @param fingerprint of the output
 * @param startTicks where it starts on the timeline
 * @param expectedSegments how many segments it will have; a first guess for what is made whole
 * @param durationMillis presented duration; 0 where it is not known yet
 * @param reason why it is needed, where it is missing
 */
record PlannedOutput(
        Target target,
        OptionalInt sound,
        int number,
        String fingerprint,
        long startTicks,
        int expectedSegments,
        long durationMillis,
        String reason) {

    /** What of it must be equal for two plans to be the same. */
    String place() {
        return target.name() + " " + number + " " + fingerprint + " " + startTicks;
    }
}
