package atelier.processors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.mp4.Retimer;
import atelier.processors.publish.EditionForTests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in init segments and segments is found. */
class BrokenSegmentTest {
    @TempDir
    Path folder;

    private EditionForTests edition;

    @BeforeEach
    void publish() throws IOException {
        edition = EditionForTests.sealed(folder);
    }

    @Test
    void aSegmentThatIsMissingIsFound() throws IOException {
        Files.delete(edition.segment("AUDIO", 2));
        assertThat(rules()).containsExactly(Rule.RESOLVES);
    }

    @Test
    void anEmptySegmentIsFound() throws IOException {
        Files.write(edition.segment("AUDIO", 2), new byte[0]);
        assertThat(rules()).containsExactly(Rule.RESOLVES);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 40, 90, 200})
    void aSegmentThatIsCutOffIsFoundWhereverItIs(int bytes) throws IOException {
        Path file = edition.segment("AUDIO", 2);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytes));
        assertThat(rules()).containsExactly(Rule.SEGMENT);
    }

    @Test
    void aSegmentWithMoreThanAFragmentIsFound() throws IOException {
        Path file = edition.segment("AUDIO", 2);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(
                file,
                ByteBuffer.allocate(2 * bytes.length).put(bytes).put(bytes).array());
        assertThat(rules()).containsExactly(Rule.SEGMENT);
    }

    @Test
    void theSegmentOfAnotherTrackIsFound() throws IOException {
        Files.copy(
                edition.segment("SD", 2),
                edition.segment("AUDIO", 2),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(rules()).containsExactly(Rule.SEGMENT);
    }

    @Test
    void aSegmentThatBeginsWithoutAKeyFrameIsFound() throws IOException {
        patch(edition.segment("HD", 1), bytes(0x02000000), bytes(0x01010000));
        assertThat(rules()).containsExactly(Rule.KEY_FRAME);
    }

    @Test
    void aGapBetweenSegmentsIsFound() throws IOException {
        retime(edition.segment("HD", 1), 60 * 1001 + 2);
        assertThat(rules()).containsExactly(Rule.DECODE_TIME);
    }

    @Test
    void whatIsOffByOneTickIsNotAGap() throws IOException {
        retime(edition.segment("HD", 1), 60 * 1001 + 1);
        assertThat(rules()).isEmpty();
    }

    @Test
    void anInitSegmentThatIsDamagedIsFound() throws IOException {
        Path file = edition.init("HD", 0);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
        assertThat(rules()).contains(Rule.MAP).isSubsetOf(Rule.MAP, Rule.I_FRAME_RANGE, Rule.SAME_MAP);
    }

    @Test
    void anOutputOfAnotherTimescaleIsFound() throws IOException {
        patch(edition.init("HD", 2), bytes(30_000), bytes(25_000));
        assertThat(rules()).containsExactlyInAnyOrder(Rule.SAME_MAP, Rule.SAME_PARAMETERS);
    }

    @Test
    void anOutputWithAnotherInitSegmentIsToldButPublished() throws IOException {
        Path file = edition.init("HD", 2);
        byte[] bytes = Files.readAllBytes(file);
        int minor = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("iso6") + 7;
        bytes[minor] = 1;
        Files.write(file, bytes);
        ConformanceReport report = report();
        assertThat(report.findings()).extracting(Finding::rule).containsExactly(Rule.SAME_PARAMETERS);
        assertThat(report.conforms()).isFalse();
        assertThat(report.faults()).isEmpty();
    }

    @Test
    void aSampleEntryThatApplesPlayersDoNotPlayIsFound() throws IOException {
        for (int segment : List.of(0, 2)) {
            patch(
                    edition.init("HD", segment),
                    "avc1".getBytes(StandardCharsets.US_ASCII),
                    "avc3".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(rules()).containsExactlyInAnyOrder(Rule.SAMPLE_ENTRY, Rule.CODECS);
    }

    private void retime(Path segment, long start) throws IOException {
        Path moved = folder.resolve("moved.m4s");
        new Retimer().retime(segment, moved, start);
        Files.move(moved, segment, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private Set<Rule> rules() {
        return report().findings().stream().map(Finding::rule).collect(Collectors.toSet());
    }

    private ConformanceReport report() {
        return new EditionCheck(PublishedFiles.of(edition.store())).check(edition.master());
    }

    private static byte[] bytes(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    /** Replaces what comes first in the boxes before the media data. */
    private static void patch(Path file, byte[] what, byte[] with) throws IOException {
        byte[] all = Files.readAllBytes(file);
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("mdat") < 0 ? text.length() : text.indexOf("mdat");
        int at = text.substring(0, end).indexOf(new String(what, StandardCharsets.ISO_8859_1));
        assertThat(at).isPositive();
        System.arraycopy(with, 0, all, at, with.length);
        Files.write(file, all);
    }
}
