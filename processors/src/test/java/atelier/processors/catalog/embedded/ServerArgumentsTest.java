package atelier.processors.catalog.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerArgumentsTest {
    @ParameterizedTest
    @CsvSource({"512, 96", "4096, 512", "16384, 2048", "262144, 2048"})
    void theDatabaseKeepsAnEighthOfTheMemoryWithinBounds(long megabytes, long kept) {
        assertThat(ServerArguments.cacheBytes(megabytes << 20)).isEqualTo(kept << 20);
    }
}
