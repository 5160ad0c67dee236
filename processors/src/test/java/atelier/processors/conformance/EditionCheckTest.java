package atelier.processors.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.publish.EditionForTests;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionCheckTest {
    @TempDir
    Path folder;

    @Test
    void aSealedEditionConforms() throws IOException {
        ConformanceReport report = check(EditionForTests.sealed(folder));
        assertThat(report.findings()).isEmpty();
        assertThat(report.renditions()).isEqualTo(5);
        assertThat(report.segments()).isEqualTo(12);
    }

    @Test
    void anEditionThatGrowsConforms() throws IOException {
        ConformanceReport report = check(EditionForTests.growing(folder, 3));
        assertThat(report.findings()).isEmpty();
        assertThat(report.segments()).isEqualTo(9);
    }

    @Test
    void whatIsRefusedSaysWhichRuleAndWhereAndWhatToDo() throws IOException {
        EditionForTests edition = EditionForTests.sealed(folder);
        edition.store()
                .delete(edition.folder().relativize(edition.segment("HD", 2)).toString());
        EditionCheck check = new EditionCheck(PublishedFiles.of(edition.store()));
        assertThatThrownBy(() -> check.require(edition.master(), check.memory()))
                .isInstanceOf(EditionRefusedException.class)
                .hasMessageContaining("RESOLVES (6.2.1) at " + edition.playlist("HD.m3u8") + ":13")
                .hasMessageContaining("what was published before stays")
                .hasMessageContaining("Let the store be checked");
    }

    private static ConformanceReport check(EditionForTests edition) {
        return new EditionCheck(PublishedFiles.of(edition.store())).check(edition.master());
    }
}
