package atelier.processors.catalog;

import java.util.Optional;

/**
 * A segment, or an output that has none yet, at its place in a rendition.
 *
 * @param formatType the rendition
 * @param chunk number of the chunk
 * @param fingerprint of the output
 * @param startTicks of the output on the timeline
 * @param state of the output
 * @param placed whether its segments are stored for that start
 * @param durationMillis presented duration of the output; 0 where it is not known yet
 * @param error why the output failed
 * @param segment the segment, if there is one
 */
public record PlannedSegment(
        String formatType,
        int chunk,
        String fingerprint,
        long startTicks,
        String state,
        boolean placed,
        long durationMillis,
        Optional<String> error,
        Optional<Segment> segment) {}
