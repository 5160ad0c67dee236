package atelier.processors.probe;

import atelier.processors.index.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * When a stream's frames are shown, as its container says.
 *
 * @param rate the lowest frame rate in which all time stamps can be told exactly
 * @param averageRate frames divided by time
 * @param timeBase unit of its time stamps, in seconds
 * @param startPts its first time stamp, in that unit
 */
public record Timing(Optional<Ratio> rate, Optional<Ratio> averageRate, Ratio timeBase, OptionalLong startPts) {

    /** The frame rates that the container declares, the likelier first. */
    public List<Ratio> declaredRates() {
        return Stream.of(rate, averageRate).flatMap(Optional::stream).distinct().toList();
    }
}
