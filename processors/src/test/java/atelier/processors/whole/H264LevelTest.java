package atelier.processors.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what x264 chose for our recipes. */
class H264LevelTest {

    @ParameterizedTest
    @CsvSource({
        "160, 90, 29.97, 1600, avc1.640015",
        "722, 406, 25, 1600, avc1.64001e",
        "722, 406, 60, 1600, avc1.64001f",
        "1280, 720, 25, 8000, avc1.64001f",
        "1920, 1080, 25, 8000, avc1.640028",
        "1920, 1080, 60, 8000, avc1.64002a",
        "2560, 1440, 25, 14000, avc1.640032",
        "3840, 2160, 50, 24000, avc1.640034",
    })
    void isTheLowestThatAllowsSizeRateAndBitRate(int width, int height, double rate, int maxrate, String codec) {
        assertThat(H264Level.codec(width, height, rate, maxrate)).isEqualTo(codec);
    }

    @ParameterizedTest
    @CsvSource({"1280, 720, 25, 20000, avc1.640029", "1920, 1080, 25, 26000, avc1.640029"})
    void risesWithTheBitRate(int width, int height, double rate, int maxrate, String codec) {
        assertThat(H264Level.codec(width, height, rate, maxrate)).isEqualTo(codec);
    }
}
