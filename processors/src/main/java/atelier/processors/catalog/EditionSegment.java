package atelier.processors.catalog;

/**
 * A segment that an edition lists.
 *
 * @param formatType of which rendition
 * @param position from 0
 * @param fingerprint of the output
 * @param startTicks of the placement
 * @param segment within the output
 */
public record EditionSegment(String formatType, int position, String fingerprint, long startTicks, int segment) {}
