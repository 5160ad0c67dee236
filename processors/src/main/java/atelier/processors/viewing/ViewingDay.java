package atelier.processors.viewing;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * What viewers saw of an artwork in a day (UTC), as the API shows it.
 *
 * @param views first pictures that were seen
 * @param watchedSeconds played in tabs that were seen
 * @param completed films seen to their end
 * @param firstFrameMillis mean time from the wish to play to the first picture
 * @param stalls how often the picture stood still
 * @param stalledSeconds for how long in all
 * @param switches to other picture sizes
 * @param errors that stopped a film
 * @param bitrateKbps mean of the segments asked for, as players say with CMCD
 * @param throughputKbps mean that players measured
 */
public record ViewingDay(
        LocalDate day,
        long views,
        double watchedSeconds,
        long completed,
        OptionalDouble firstFrameMillis,
        long stalls,
        double stalledSeconds,
        long switches,
        long seeks,
        long errors,
        OptionalDouble bitrateKbps,
        OptionalDouble throughputKbps) {}
