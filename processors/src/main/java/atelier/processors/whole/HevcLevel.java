package atelier.processors.whole;

import java.util.Arrays;

/**
 * Levels of HEVC (ITU-T H.265, table A.8), as x265 chooses one by size and rate. What is declared of a rendition before the first
 * of it is encoded.
 */
enum HevcLevel {
    L3(90, 552_960, 16_588_800),
    L3_1(93, 983_040, 33_177_600),
    L4(120, 2_228_224, 66_846_720),
    L4_1(123, 2_228_224, 133_693_440),
    L5(150, 8_912_896, 267_386_880),
    L5_1(153, 8_912_896, 534_773_760),
    L5_2(156, 8_912_896, 1_069_547_520),
    L6(180, 35_651_584, 1_069_547_520),
    L6_1(183, 35_651_584, 2_139_095_040L);

    private final int idc;
    private final long samples;
    private final long samplesPerSecond;

    HevcLevel(int idc, long samples, long samplesPerSecond) {
        this.idc = idc;
        this.samples = samples;
        this.samplesPerSecond = samplesPerSecond;
    }

    /** The codec string (ISO/IEC 14496-15, annex E) of the profile Main, of progressive pictures. */
    static String codec(int width, int height, double frameRate) {
        long size = (long) width * height;
        HevcLevel level = Arrays.stream(values())
                .filter(each -> size <= each.samples && size * frameRate <= each.samplesPerSecond)
                .findFirst()
                .orElse(L6_1);
        return "hvc1.1.6.L" + level.idc + ".90";
    }
}
