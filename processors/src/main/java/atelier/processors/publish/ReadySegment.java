package atelier.processors.publish;

/**
 * A stored segment.
 *
 * @param fingerprint of its output
 * @param startTicks of the placement
 * @param number within the output
 * @param durationTicks presented duration
 * @param bytes of the file
 */
record ReadySegment(String fingerprint, long startTicks, int number, long durationTicks, long bytes) {}
