package atelier.processors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.publish.EditionForTests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subtitles that are not as we write them are found. */
class BrokenTextTest {
    private static EditionForTests edition;
    private static String text;

    @BeforeAll
    static void seal(@TempDir Path folder) throws IOException {
        edition = EditionForTests.sealed(folder);
        text = Files.readString(edition.text());
    }

    @Test
    void whatWeWriteIsRight() throws IOException {
        assertThat(rules(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            WEBVTT           | HTML
            X-TIMESTAMP-MAP  | X-NOTHING
            00:00:03.000 --> | 00:00:05.000 -->
            00:00:03.000 --> | 00:00:00.500 -->
            &amp;            | &
            <i>              | <script>
            Three            | a --> b
            """)
    void whatIsWrongInAFileOfSubtitlesIsFound(String what, String instead) throws IOException {
        assertThat(text).contains(what);
        assertThat(rules(text.replace(what, instead).getBytes(StandardCharsets.UTF_8)))
                .containsOnly(Rule.TEXT);
    }

    @Test
    void subtitlesAreUtf8() throws IOException {
        assertThat(rules(text.replace("Three", "é").getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(Rule.TEXT);
    }

    private static List<Rule> rules(byte[] file) throws IOException {
        Files.write(edition.text(), file);
        return new EditionCheck(PublishedFiles.of(edition.store()))
                .check(edition.master()).findings().stream().map(Finding::rule).toList();
    }
}
