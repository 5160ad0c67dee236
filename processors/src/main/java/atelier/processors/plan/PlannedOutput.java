package atelier.processors.plan;

/**
 * An output that a rendition needs, before anybody has asked whether it is there.
 *
 * @param target the rendition
 * @param number of the chunk; 0 for what is made whole
 * @param fingerprint of the output
 * @param startTicks where it starts on the timeline
 * @param expectedSegments how many segments it will have; a first guess for what is made whole
 * @param durationMillis presented duration; 0 where it is not known yet
 * @param reason why it is needed, where it is missing
 */
record PlannedOutput(
        Target target,
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
