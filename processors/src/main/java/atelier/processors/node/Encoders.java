package atelier.processors.node;

import atelier.config.Recipe;

/** Which of FFmpeg's encoders a recipe wants. */
public final class Encoders {
    private Encoders() {}

    /** FFmpeg's name of the encoder. */
    public static String of(Recipe recipe) {
        return switch (recipe.codec()) {
            case "h264" -> "libx264";
            case "hevc" -> "libx265";
            case "av1" -> "libsvtav1";
            default -> recipe.codec();
        };
    }
}
