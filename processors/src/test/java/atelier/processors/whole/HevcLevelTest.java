package atelier.processors.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HevcLevelTest {
    @ParameterizedTest
    @CsvSource({
        "3840, 2160, 25, hvc1.1.6.L150.90",
        "3840, 2160, 60, hvc1.1.6.L153.90",
        "2560, 1440, 30, hvc1.1.6.L150.90",
        "1920, 1080, 30, hvc1.1.6.L120.90",
    })
    void theLowestLevelIsTakenThatAllowsSizeAndRate(int width, int height, double rate, String codec) {
        assertThat(HevcLevel.codec(width, height, rate)).isEqualTo(codec);
    }
}
