package atelier.processors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

    @ParameterizedTest
    @CsvSource({"1000, 1", "29999, 1", "30000, 2", "59999, 2", "60000, 3", "7200000, 3"})
    void longerSourcesNeedMoreSegments(long millis, int segments) {
        assertThat(Readiness.segments(OptionalLong.of(millis))).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource("3")
    void whatIsOfUnknownLengthMayBeLong(int segments) {
        assertThat(Readiness.segments(OptionalLong.empty())).isEqualTo(segments);
    }
}
