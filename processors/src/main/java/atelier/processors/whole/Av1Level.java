package atelier.processors.whole;

import java.util.Arrays;

/**
 * Levels of AV1 (AV1 Bitstream and Decoding Process Specification, annex A.3), as SVT-AV1 chooses one by size and rate. What is declared of a
 * rendition before the first of it is encoded.
 */
enum Av1Level {
    L2_0(0, 147_456, 4_423_680),
    L2_1(1, 278_784, 8_363_520),
    L3_0(4, 665_856, 19_975_680),
    L3_1(5, 1_065_024, 31_950_720),
    L4_0(8, 2_359_296, 70_778_880),
    L4_1(9, 2_359_296, 141_557_760),
    L5_0(12, 8_912_896, 267_386_880),
    L5_1(13, 8_912_896, 534_773_760),
    L5_2(14, 8_912_896, 1_069_547_520),
    L6_0(16, 35_651_584, 1_069_547_520),
    L6_1(17, 35_651_584, 2_139_095_040L);

    private final int index;
    private final long samples;
    private final long samplesPerSecond;

    Av1Level(int index, long samples, long samplesPerSecond) {
        this.index = index;
        this.samples = samples;
        this.samplesPerSecond = samplesPerSecond;
    }

    /** The codec string (AV1 Codec ISO Media File Format Binding, 5) of the profile Main, 8 bits. */
    static String codec(int width, int height, double frameRate) {
        long size = (long) width * height;
        Av1Level level = Arrays.stream(values())
                .filter(each -> size <= each.samples && size * frameRate <= each.samplesPerSecond)
                .findFirst()
                .orElse(L6_1);
        return "av01.0.%02dM.08".formatted(level.index);
    }
}
