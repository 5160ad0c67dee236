package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.work.Claim;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Jobs of which no input is looked at. */
final class JobsForTests {
    private JobsForTests() {}

    /** What a recorder looks at, of an output of mila/sunset. */
    static EncodeJob of(String fingerprint, Claim claim, String name, Recipe recipe) {
        return new EncodeJob(
                fingerprint,
                claim,
                1,
                1,
                name,
                "mila/sunset",
                recipe,
                null,
                null,
                null,
                Optional.empty(),
                Optional.empty(),
                0,
                OptionalLong.empty(),
                0,
                false,
                OptionalInt.empty(),
                1,
                false);
    }
}
