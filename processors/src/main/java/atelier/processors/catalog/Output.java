package atelier.processors.catalog;

import java.util.Optional;

/**
 * What is made of a chunk, or of a whole input, by a recipe.
 *
 * @param fingerprint names it
 * @param kind {@code VIDEO}, {@code AUDIO}, {@code TEXT} or {@code POSTER}
 * @param state {@code wanted}, {@code made} or {@code failed}
 * @param error why it failed
 * @param init what its init segment says, once there is one
 * @param bytes of all its segments
 * @param cpuMillis CPU time that making it took
 */
public record Output(
        String fingerprint,
        String kind,
        String state,
        Optional<String> error,
        Optional<StreamInfo> init,
        long bytes,
        long cpuMillis) {

    public boolean made() {
        return state.equals("made");
    }
}
