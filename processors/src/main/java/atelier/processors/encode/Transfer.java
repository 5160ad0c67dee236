package atelier.processors.encode;

/**
 * Transfer functions, between code values of 0 to 1 and light. Light of 1 is the white of a usual screen, which HDR has at 203
 * cd/m² (ITU-R BT.2408).
 */
final class Transfer {
    /** Diffuse white of high dynamic range, in cd/m². */
    static final double WHITE = 203;

    /** What bright highlights are made for; brighter ones are as bright. */
    static final double PEAK = 1000;

    private static final double M1 = 2610 / 16384.0;
    private static final double M2 = 2523 / 32.0;
    private static final double C1 = 3424 / 4096.0;
    private static final double C2 = 2413 / 128.0;
    private static final double C3 = 2392 / 128.0;
    private static final double SCREEN_GAMMA = 2.4;

    private Transfer() {}

    /** Light of SMPTE ST 2084 (PQ), in cd/m². */
    static double pq(double code) {
        double power = Math.pow(code, 1 / M2);
        return 10_000 * Math.pow(Math.max(0, power - C1) / (C2 - C3 * power), 1 / M1);
    }

    /** The PQ code of light in cd/m². */
    static double toPq(double light) {
        double power = Math.pow(Math.max(0, light) / 10_000, M1);
        return Math.pow((C1 + C2 * power) / (1 + C3 * power), M2);
    }

    /** Light of the scene by HLG: the inverse OETF of ITU-R BT.2100, table 5. */
    static double hlgScene(double code) {
        return code <= 0.5 ? code * code / 3 : (Math.exp((code - 0.55991073) / 0.17883277) + 0.28466892) / 12;
    }

    /** ITU-R BT.1886, with a black of 0. */
    static double screen(double code) {
        return Math.pow(code, SCREEN_GAMMA);
    }

    /** The code of light on a usual screen. */
    static double toScreen(double light) {
        return Math.pow(Math.min(1, Math.max(0, light)), 1 / SCREEN_GAMMA);
    }

    /** The EETF of ITU-R BT.2390, 5.4.1: light in cd/m² up to {@link #PEAK} becomes light up to {@link #WHITE}. */
    static double toned(double light) {
        double source = toPq(PEAK);
        double highest = toPq(WHITE) / source;
        double knee = 1.5 * highest - 0.5;
        double code = Math.min(1, toPq(light) / source);
        if (code < knee) {
            return light;
        }
        double t = (code - knee) / (1 - knee);
        double square = t * t;
        double cube = square * t;
        double bent = (2 * cube - 3 * square + 1) * knee
                + (cube - 2 * square + t) * (1 - knee)
                + (3 * square - 2 * cube) * highest;
        return pq(bent * source);
    }
}
