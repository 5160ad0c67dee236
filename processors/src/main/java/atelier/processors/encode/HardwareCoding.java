package atelier.processors.encode;

import atelier.config.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * Options of encoders in hardware, by which they make of a recipe about what x264 and x265 do: constant quality below a cap, closed
 * GOPs with IDR pictures where they are told alone, at most one picture that is shown later than it is coded. Pure. There was
 * no device to measure their qualities on: the scales are those of their makers, whose 0 to 51 are meant as that of CRF.
 */
final class HardwareCoding {
    private static final String B_FRAMES = "2";

    private HardwareCoding() {}

    /** Whether an encoder, by FFmpeg's name, is one of these. */
    static boolean isHardware(String encoder) {
        return encoder.matches("(h264|hevc)_(nvenc|qsv|vaapi|videotoolbox)");
    }

    /** What goes before all inputs. */
    static List<String> device(String encoder) {
        return encoder.endsWith("_vaapi")
                ? List.of("-init_hw_device", "vaapi=device", "-filter_hw_device", "device")
                : List.of();
    }

    /** The filters that take pictures to the device, behind all others; empty where the encoder takes them itself. */
    static String upload(String encoder, boolean deep) {
        return encoder.endsWith("_vaapi") ? "format=" + (deep ? "p010le" : "nv12") + ",hwupload" : "";
    }

    /**
     * The encoder's name and settings.
     *
     * @param reordered whether pictures may be coded before others that are shown earlier
     */
    static List<String> options(String encoder, Recipe recipe, String profile, boolean reordered) {
        List<String> options = new ArrayList<>(List.of("-c:v", encoder, "-profile:v", profile));
        options.addAll(
                switch (encoder.substring(encoder.indexOf('_') + 1)) {
                    case "nvenc" -> nvenc(recipe);
                    case "qsv" -> qsv(recipe);
                    case "vaapi" -> vaapi(recipe);
                    default -> List.of("-q:v", Integer.toString(percent(recipe.crf())), "-allow_sw", "0");
                });
        if (recipe.maxrate() > 0) {
            options.addAll(List.of("-maxrate", recipe.maxrate() + "k", "-bufsize", 2 * recipe.maxrate() + "k"));
        }
        options.addAll(List.of("-bf", reordered ? B_FRAMES : "0"));
        return options;
    }

    private static List<String> nvenc(Recipe recipe) {
        return List.of(
                "-preset",
                "p5",
                "-tune",
                "hq",
                "-rc",
                "vbr",
                "-cq",
                Integer.toString(recipe.crf()),
                "-b:v",
                "0",
                "-spatial-aq",
                "1",
                "-b_ref_mode",
                "disabled",
                "-no-scenecut",
                "1",
                "-forced-idr",
                "1");
    }

    private static List<String> qsv(Recipe recipe) {
        List<String> options = new ArrayList<>(List.of("-preset", "medium", "-global_quality"));
        options.add(Integer.toString(recipe.crf()));
        options.addAll(average(recipe));
        options.addAll(List.of("-adaptive_i", "0", "-adaptive_b", "0", "-b_strategy", "0", "-forced_idr", "1"));
        return options;
    }

    private static List<String> vaapi(Recipe recipe) {
        List<String> options = new ArrayList<>(List.of("-rc_mode", recipe.maxrate() > 0 ? "QVBR" : "ICQ"));
        options.addAll(List.of("-global_quality", Integer.toString(recipe.crf())));
        options.addAll(average(recipe));
        options.addAll(List.of("-b_depth", "1", "-idr_interval", "0"));
        return options;
    }

    /** With a cap their constant quality needs an average, which quality goes below where it can. */
    private static List<String> average(Recipe recipe) {
        return recipe.maxrate() > 0 ? List.of("-b:v", recipe.maxrate() * 2 / 3 + "k") : List.of();
    }

    /** VideoToolbox's scale: 1 to 100, higher is better. */
    private static int percent(int crf) {
        return Math.max(1, Math.min(100, 106 - 2 * crf));
    }
}
