package atelier.processors.whole;

import java.util.Arrays;

/**
 * Levels of H.264 (ITU-T H.264, table A-1), as x264 chooses one: the lowest that allows the size, the rate and the bit rate.
 * What is declared of a rendition before the first of it is encoded.
 */
enum H264Level {
    L1_3(13, 11_880, 396, 768, 2_000),
    L2_1(21, 19_800, 792, 4_000, 4_000),
    L2_2(22, 20_250, 1_620, 4_000, 4_000),
    L3_0(30, 40_500, 1_620, 10_000, 10_000),
    L3_1(31, 108_000, 3_600, 14_000, 14_000),
    L3_2(32, 216_000, 5_120, 20_000, 20_000),
    L4_0(40, 245_760, 8_192, 20_000, 25_000),
    L4_1(41, 245_760, 8_192, 50_000, 62_500),
    L4_2(42, 522_240, 8_704, 50_000, 62_500),
    L5_0(50, 589_824, 22_080, 135_000, 135_000),
    L5_1(51, 983_040, 36_864, 240_000, 240_000),
    L5_2(52, 2_073_600, 36_864, 240_000, 240_000);

    private static final int MACROBLOCK = 16;

    /** The profile High allows a quarter more than the table says. */
    private static final double HIGH = 1.25;

    /** Seconds of the highest bit rate that the decoder's buffer holds, as we have it encoded. */
    private static final int BUFFER = 2;

    private final int idc;
    private final long macroblocksPerSecond;
    private final long macroblocks;
    private final long kilobits;
    private final long buffer;

    H264Level(int idc, long macroblocksPerSecond, long macroblocks, long kilobits, long buffer) {
        this.idc = idc;
        this.macroblocksPerSecond = macroblocksPerSecond;
        this.macroblocks = macroblocks;
        this.kilobits = kilobits;
        this.buffer = buffer;
    }

    /**
     * The codec string (RFC 6381) of the profile High.
     *
     * @param maxrate in kbit/s; 0 where there is no limit
     */
    static String codec(int width, int height, double frameRate, int maxrate) {
        long blocks = blocks(width) * blocks(height);
        H264Level level = Arrays.stream(values())
                .filter(each -> blocks <= each.macroblocks && blocks * frameRate <= each.macroblocksPerSecond)
                .filter(each -> maxrate <= each.kilobits * HIGH && BUFFER * maxrate <= each.buffer * HIGH)
                .findFirst()
                .orElse(L5_2);
        return String.format("avc1.6400%02x", level.idc);
    }

    private static long blocks(int pixels) {
        return (pixels + MACROBLOCK - 1) / MACROBLOCK;
    }
}
