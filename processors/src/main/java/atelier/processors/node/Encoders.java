package atelier.processors.node;

import atelier.config.Recipe;

/** Which of FFmpeg's encoders a recipe wants. */
public final class Encoders {
    private Encoders() {}

    /** Whether a recipe's constant quality is on the scale of x264 and x265. */
    public static boolean isOfCrf(Recipe recipe) {
        return recipe.encoder().isEmpty() && !recipe.codec().equals("av1");
    }

    /** FFmpeg's name of the encoder. */
    public static String of(Recipe recipe) {
        return recipe.encoder().isEmpty() ? of(recipe.codec()) : recipe.encoder();
    }

    /** The same by the recipe's codec. */
    public static String of(String codec) {
        return switch (codec) {
            case "h264" -> "libx264";
            case "hevc" -> "libx265";
            case "av1" -> "libsvtav1";
            default -> codec;
        };
    }
}
