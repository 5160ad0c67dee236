package atelier.processors.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.publish.EditionForTests;
import atelier.processors.spherical.Pose;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.Stereo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionCheckTest {
    private static final Sphere SPHERE = new Sphere(Projection.EQUIRECTANGULAR, Stereo.TOP_BOTTOM, Pose.UPRIGHT);

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
    void anEditionOfASphereConforms() throws IOException {
        ConformanceReport report = check(EditionForTests.of(folder, SPHERE));
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aRenditionThatSaysNothingOfTheSphereIsFound() throws IOException {
        EditionForTests edition = EditionForTests.of(folder, SPHERE);
        Path playlist = edition.folder().resolve(edition.playlist("HD.m3u8"));
        Files.writeString(playlist, Files.readString(playlist).replaceFirst("init[0-9a-f]{16}", "init"));

        assertThat(check(edition).findings()).extracting(Finding::rule).containsExactly(Rule.SPHERE);
    }

    @Test
    void aVariantThatSaysOfItselfWhatItsFileDoesNotIsFound() throws IOException {
        EditionForTests edition = EditionForTests.of(folder, SPHERE);
        Path master = edition.folder().resolve(edition.master());
        String text = Files.readString(master);
        Files.writeString(
                master,
                text.replaceFirst("VERSION:7", "VERSION:12")
                        .replaceFirst("(STREAM-INF:)", "$1REQ-VIDEO-LAYOUT=\"CH-STEREO/PROJ-EQUI\","));

        assertThat(check(edition).findings())
                .as("H.264 is turned by no player of Apple's")
                .extracting(Finding::rule)
                .containsExactly(Rule.LAYOUT);
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
