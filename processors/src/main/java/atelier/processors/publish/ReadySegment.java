package atelier.processors.publish;

import atelier.processors.catalog.MediaAddress;

/**
 * A stored segment.
 *
 * @param fingerprint of its output
 * @param startTicks of the placement
 * @param number within the output
 * @param durationTicks presented duration
 * @param bytes of the file
 */
record ReadySegment(String fingerprint, long startTicks, int number, long durationTicks, long bytes) {

    /** Where it is stored. */
    String key() {
        return MediaAddress.ofPlacement(fingerprint, startTicks) + "/" + MediaAddress.segment(number);
    }
}
