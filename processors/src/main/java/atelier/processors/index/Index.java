package atelier.processors.index;

import java.util.Map;
import java.util.Optional;

/**
 * What is known when an input was read to its end.
 *
 * @param chunks how many chunks it has
 * @param timescale ticks a second of its timeline
 * @param durationTicks its presented duration
 * @param streams SHA-256 of the coded data of its other streams, by their index
 * @param codec codec string (RFC 6381) of its pictures as they are coded; empty of other codecs than H.264 and HEVC
 */
public record Index(
        int chunks, int timescale, long durationTicks, Map<Integer, String> streams, Optional<String> codec) {
    public Index {
        streams = Map.copyOf(streams);
    }

    /** Its presented duration, in milliseconds. */
    public long durationMillis() {
        return Math.round(1000.0 * durationTicks / timescale);
    }
}
