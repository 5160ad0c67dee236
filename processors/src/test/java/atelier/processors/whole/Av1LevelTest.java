package atelier.processors.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Av1LevelTest {
    @ParameterizedTest
    @CsvSource({
        "3840, 2160, 25, av01.0.12M.08",
        "3840, 2160, 60, av01.0.13M.08",
        "1920, 1080, 30, av01.0.08M.08",
        "640, 360, 25, av01.0.01M.08",
    })
    void theLowestLevelIsTakenThatAllowsSizeAndRate(int width, int height, double rate, String codec) {
        assertThat(Av1Level.codec(width, height, rate)).isEqualTo(codec);
    }
}
