package atelier.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.routes.http.Ranges.Part;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {

    /** Of 1000 bytes: what is sent, as {@code whole}, {@code none} or the parts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                          | whole",
                "''                        | whole",
                "bytes=0-0                 | 0-1",
                "bytes=0-                  | 0-1000",
                "bytes=10-19               | 10-20",
                "bytes=990-5000            | 990-1000",
                "bytes=-10                 | 990-1000",
                "bytes=-5000               | 0-1000",
                "bytes=1000-               | none",
                "bytes=5000-6000           | none",
                "bytes=-0                  | none",
                "bytes=5-2                 | whole",
                "bytes=                    | whole",
                "bytes=a-b                 | whole",
                "bytes=1                   | whole",
                "lines=1-2                 | whole",
                "bytes=0-9,500-509         | 0-10 500-510",
                "bytes=500-509,0-9         | 0-10 500-510",
                "bytes=0-9, 5000-, 500-509 | 0-10 500-510",
                "bytes=5000-, 6000-        | none",
                "bytes=0-99,50-199         | 0-200",
                "bytes=0-,0-,0-            | 0-1000",
                "bytes=0-0,999-999,-1      | 0-1 999-1000",
                "bytes=0-9,50-59           | 0-60",
                "bytes=99999999999999999999-  | whole"
            })
    void theHeaderIsRead(String header, String expected) {
        assertThat(text(Ranges.of(header, 1000))).isEqualTo(expected);
    }

    @Test
    void ofNothingNothingCanBeSent() {
        assertThat(text(Ranges.of("bytes=0-", 0))).isEqualTo("none");
        assertThat(text(Ranges.of(null, 0))).isEqualTo("whole");
    }

    @Test
    void tooManyPartsAreMoreWorkThanTheWhole() {
        assertThat(text(Ranges.of(apart(16), 100_000))).hasSizeGreaterThan(100);
        assertThat(text(Ranges.of(apart(17), 100_000))).isEqualTo("whole");
        assertThat(text(Ranges.of(apart(200), 100_000))).isEqualTo("whole");
    }

    private static String apart(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> number * 400 + "-" + number * 400)
                .collect(Collectors.joining(",", "bytes=", ""));
    }

    private static String text(Ranges ranges) {
        if (ranges instanceof Ranges.Some some) {
            return some.parts().stream().map(RangesTest::text).collect(Collectors.joining(" "));
        }
        return ranges instanceof Ranges.None ? "none" : "whole";
    }

    private static String text(Part part) {
        return part.from() + "-" + part.to();
    }
}
