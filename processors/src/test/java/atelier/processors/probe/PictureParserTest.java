package atelier.processors.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureParserTest {
    @ParameterizedTest
    @CsvSource({
        "yuv420p, 8",
        "yuvj420p, 8",
        "nv12, 8",
        "rgb24, 8",
        "bgra, 8",
        "pal8, 8",
        "rgb565le, 8",
        "yuv420p10le, 10",
        "yuv444p12be, 12",
        "p010le, 10",
        "y210le, 10",
        "p416le, 16",
        "gray10le, 10",
        "rgb48le, 16",
        "rgba64be, 16",
        "x2rgb10le, 10",
        "gbrp16le, 16",
        "xyz12le, 12",
        "nv20le, 10",
        "xv36le, 12",
        "gbrpf32le, 32"
    })
    void theBitDepthIsInThePixelFormat(String pixelFormat, int bits) {
        assertThat(PictureParser.bitDepth(pixelFormat)).isEqualTo(bits);
    }
}
