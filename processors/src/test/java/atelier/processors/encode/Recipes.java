package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;

/** Recipes for tests. */
final class Recipes {
    static final Recipe SD = new Recipe(
            Kind.VIDEO, "HD", Policy.EAGER, 722, 406, true, "h264", "veryfast", 23, 1600, 48_000, 2, 3, "", 1, 0, 0);
    static final Recipe UHD = new Recipe(
            Kind.VIDEO,
            "source",
            Policy.EAGER,
            320,
            180,
            false,
            "hevc",
            "ultrafast",
            22,
            2000,
            48_000,
            2,
            3,
            "",
            1,
            0,
            0);
    static final Recipe AV1 = new Recipe(
            Kind.VIDEO,
            "source",
            Policy.EAGER,
            320,
            180,
            false,
            "av1",
            "ultrafast",
            35,
            2000,
            48_000,
            2,
            3,
            "",
            1,
            0,
            0);
    static final Recipe AUDIO = new Recipe(
            Kind.AUDIO, "source", Policy.EAGER, 0, 0, false, "aac", "veryfast", 23, 128, 48_000, 2, 3, "", 1, 0, 0);
    static final Recipe AMBISONIC = new Recipe(
            Kind.AUDIO, "source", Policy.EAGER, 0, 0, false, "aac", "veryfast", 23, 256, 48_000, 0, 3, "", 1, 0, 0);
    static final Recipe POSTER = new Recipe(
            Kind.POSTER, "SD", Policy.EAGER, 722, 406, true, "mjpeg", "veryfast", 23, 0, 48_000, 2, 3, "", 1, 0, 0);

    private Recipes() {}

    /** In some codec, at most at so many kbit/s. */
    static Recipe coded(String codec, int maxrate) {
        return new Recipe(
                Kind.VIDEO,
                "source",
                Policy.EAGER,
                320,
                180,
                false,
                codec,
                "ultrafast",
                22,
                maxrate,
                48_000,
                2,
                3,
                "",
                1,
                0,
                0);
    }

    /** SD at most at so many kbit/s. */
    static Recipe capped(int maxrate) {
        return new Recipe(
                Kind.VIDEO,
                "HD",
                Policy.EAGER,
                722,
                406,
                true,
                "h264",
                "veryfast",
                23,
                maxrate,
                48_000,
                2,
                3,
                "",
                1,
                0,
                0);
    }
}
