package atelier.processors.ladder;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import java.util.List;
import java.util.Map;

/** Whether the fields of a recipe are what encoders understand: a slip is told at the start, not by a failed job. */
final class RecipeCheck {
    /** What each kind can be coded as. */
    private static final Map<Kind, List<String>> CODECS = Map.of(
            Kind.VIDEO, List.of("h264", "hevc", "av1"), Kind.AUDIO, List.of("aac"), Kind.POSTER, List.of("mjpeg"));

    /** Those of x264 and x265, the quickest first. */
    private static final List<String> PRESETS = List.of(
            "ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow", "placebo");

    private static final int WORST_CRF = 51;
    private static final int WORST_CRF_OF_AV1 = 63;
    private static final double LEAST_TARGET = 0.5;
    private static final int MOST_KILOBITS = 1_000_000;

    private RecipeCheck() {}

    /** @throws LadderException if a field that the kind uses makes no sense */
    static void check(String field, Recipe recipe) {
        List<String> codecs = CODECS.get(recipe.kind());
        if (codecs != null && !codecs.contains(recipe.codec())) {
            throw new LadderException(
                    field + ".codec",
                    "'" + recipe.codec() + "' cannot be made; " + String.join(", ", codecs) + " can.",
                    "codec: " + codecs.get(0));
        }
        between(field + ".maxrate", recipe.maxrate(), 0, MOST_KILOBITS);
        if (recipe.kind() == Kind.VIDEO) {
            between(field + ".crf", recipe.crf(), 0, recipe.codec().equals("av1") ? WORST_CRF_OF_AV1 : WORST_CRF);
            encoder(field, recipe);
            target(field + ".target", recipe.target());
            bits(field + ".bits", recipe.bits());
            if (!PRESETS.contains(recipe.preset())) {
                throw new LadderException(
                        field + ".preset",
                        "'" + recipe.preset() + "' is none of " + String.join(", ", PRESETS) + ".",
                        "preset: veryfast");
            }
        }
        if (recipe.kind() == Kind.POSTER) {
            between(field + ".quality", recipe.quality(), 2, 31);
        }
    }

    private static void target(String field, double target) {
        if (target != 0 && !(target >= LEAST_TARGET && target < 1)) {
            throw new LadderException(
                    field, target + " is neither 0 nor from " + LEAST_TARGET + " to below 1.", "target: 0.97");
        }
    }

    private static void bits(String field, int bits) {
        if (bits != 0 && bits != Recipe.FEW_BITS && bits != Recipe.MANY_BITS) {
            throw new LadderException(field, bits + " is none of 0, 8 and 10.", "bits: 8");
        }
    }

    private static void encoder(String field, Recipe recipe) {
        String encoder = recipe.encoder();
        if (encoder.isEmpty()) {
            return;
        }
        if (recipe.codec().equals("av1")) {
            throw new LadderException(field + ".encoder", "AV1 is encoded in software alone.", "encoder: ''");
        }
        if (!encoder.matches(recipe.codec() + "_(nvenc|qsv|vaapi|videotoolbox)")) {
            throw new LadderException(
                    field + ".encoder",
                    "'" + encoder + "' is no encoder of " + recipe.codec()
                            + " in hardware; leave it empty for software.",
                    "encoder: " + recipe.codec() + "_nvenc");
        }
    }

    private static void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new LadderException(
                    field,
                    value + " is not between " + least + " and " + most + ".",
                    field.substring(field.lastIndexOf('.') + 1) + ": " + least);
        }
    }
}
