package atelier.processors.ffmpeg;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far a call of ffmpeg is.
 *
 * @param frame pictures written; empty where there is no video
 * @param outTime presentation time reached in the output; zero before the first packet, and where it begins before zero
 * @param speed seconds of output in a second; empty before it is known
 * @param finished whether this is the last report
 */
public record Progress(OptionalLong frame, Duration outTime, OptionalDouble speed, boolean finished) {}
