package atelier.processors.catalog;

/**
 * A segment of an output.
 *
 * @param number from 0, within the output
 * @param durationTicks presented duration
 * @param bytes of the stored file
 */
public record Segment(int number, long durationTicks, long bytes) {}
