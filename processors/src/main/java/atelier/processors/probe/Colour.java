package atelier.processors.probe;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/**
 * What a picture's numbers mean, in FFmpeg's words; empty where the file does not say.
 *
 * @param range {@code tv} or {@code pc}
 * @param space the matrix, {@code bt709}
 * @param primaries {@code bt2020}
 * @param transfer {@code smpte2084} (PQ), {@code arib-std-b67} (HLG)
 */
public record Colour(
        Optional<String> range, Optional<String> space, Optional<String> primaries, Optional<String> transfer) {

    /** Whether the file says all that players guess otherwise. */
    @JsonIgnore
    public boolean isSaid() {
        return space.isPresent() && primaries.isPresent() && transfer.isPresent();
    }
}
