package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What SVT-AV1 is told (decision 29). Its pictures are shown in the order in which packets come: what is coded ahead of its time lies hidden in the
 * packet of another. All that stands in the sequence header follows of the recipe, the size and the rate. Pure.
 *
 * @param span the chunk
 * @param look of its pictures
 * @param recipe how
 * @param threads of the encoder
 * @param effort of it
 */
record Av1Coding(ChunkSpan span, Look look, Recipe recipe, int threads, Effort effort) {
    private static final String CODEC = "av1";
    private static final String KEY_FRAMES_ALONE = "irefresh-type=2:scd=0";

    /** Those of the other encoders by SVT-AV1's numbers, of which 10 is its quickest. */
    private static final Map<String, Integer> PRESETS = Map.of(
            "ultrafast", 10,
            "superfast", 9,
            "veryfast", 8,
            "faster", 7,
            "fast", 6,
            "medium", 5,
            "slow", 4,
            "slower", 3,
            "veryslow", 2,
            "placebo", 1);

    /** Whether a recipe wants it. */
    static boolean isOf(Recipe recipe) {
        return recipe.codec().equals(CODEC);
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-c:v", "libsvtav1"));
        arguments.addAll(List.of("-preset", PRESETS.get(recipe.preset()).toString()));
        arguments.addAll(List.of("-crf", Integer.toString(effort.av1(recipe.crf()))));
        if (recipe.maxrate() > 0) {
            arguments.addAll(List.of("-maxrate", recipe.maxrate() + "k", "-bufsize", 2 * recipe.maxrate() + "k"));
        }
        arguments.addAll(look.tags());
        arguments.addAll(
                List.of("-force_key_frames", String.join(",", VideoCommand.keyFrameSeconds(span)), "-g", "100000"));
        arguments.addAll(List.of("-svtav1-params", parameters(), "-flags:v", "+bitexact+cgop"));
        return arguments;
    }

    /**
     * It would take threads for all cores, and the ticks of the output for its rate. Key frames close their GOPs, and there are no others at scenes. Left to
     * itself it goes above the cap by a sixth; told to stay below it, by a fifth.
     */
    private String parameters() {
        Ratio rate = VideoCoding.rate(span);
        return "lp=" + threads + ":" + KEY_FRAMES_ALONE + ":mbr-overshoot-pct=25:fps-num=" + rate.numerator()
                + ":fps-denom=" + rate.denominator();
    }
}
