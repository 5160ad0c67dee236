package atelier.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param floor how alike samples of a chunk and of its source must be at least: 1 is the same, 0.5 what a noise that its bit rate
 *     starves still is, 0: nothing is compared. A chunk below it is made once more with more bits, and then fails
 * @param choice whether each film gets its own constant quality, by the {@code target} of a recipe
 */
public record QualitySettings(
        @DefaultValue("0.5") double floor,
        @DefaultValue("off") Choice choice) {
    public QualitySettings {
        if (!(floor >= 0 && floor < 1)) {
            throw new IllegalArgumentException("atelier.quality.floor must be from 0 to below 1: 0.5");
        }
    }

    /** What is done about a recipe's {@code target}. */
    public enum Choice {
        /** Every new rendition is made as its recipe says. */
        OFF,
        /** The same, and what would be chosen is said beside it. */
        EXPLAIN,
        /** What is chosen is what is made. */
        ON
    }
}
