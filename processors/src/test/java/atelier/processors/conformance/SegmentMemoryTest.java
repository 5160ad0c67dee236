package atelier.processors.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.Mp4Exception;
import atelier.processors.publish.EditionForTests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentMemoryTest {
    @TempDir
    Path folder;

    private final AtomicInteger looks = new AtomicInteger();
    private EditionForTests edition;
    private SegmentMemory memory;

    @BeforeEach
    void publish() throws IOException {
        edition = EditionForTests.sealed(folder);
        memory = new SegmentMemory(counted(PublishedFiles.of(edition.store())));
    }

    @Test
    void whatWasReadAheadIsNotLookedForAgain() throws IOException {
        memory.readAhead(keys("HD"), init("HD"));
        memory.readAhead(keys("SD"), init("SD"));
        memory.readAhead(keys("AUDIO"), init("AUDIO"));
        assertThat(looks).hasValue(12 * 2);
        EditionCheck check = new EditionCheck(PublishedFiles.of(edition.store()));
        assertThat(check.require(edition.master(), memory).conforms()).isTrue();
        assertThat(looks).hasValue(12 * 2);
    }

    @Test
    void whatIsMissingOrDamagedIsToldToWhoeverReadsItAndKeepsNothingElseBack() throws IOException {
        Files.delete(edition.segment("HD", 1));
        Files.write(edition.segment("HD", 2), new byte[100]);
        memory.readAhead(keys("HD"), init("HD"));
        assertThat(memory.read(keys("HD").get(1), init("HD"))).isEmpty();
        assertThatThrownBy(() -> memory.read(keys("HD").get(2), init("HD"))).isInstanceOf(Mp4Exception.class);
        assertThat(memory.read(keys("HD").get(3), init("HD"))).isPresent();
    }

    private List<String> keys(String rendition) {
        return IntStream.range(0, 4)
                .mapToObj(number -> edition.folder()
                        .relativize(edition.segment(rendition, number))
                        .toString())
                .toList();
    }

    private InitSegment init(String rendition) throws IOException {
        return InitSegment.read(Files.readAllBytes(edition.init(rendition, 0)));
    }

    private PublishedFiles counted(PublishedFiles files) {
        return new PublishedFiles() {
            @Override
            public OptionalLong size(String key) {
                looks.incrementAndGet();
                return files.size(key);
            }

            @Override
            public InputStream open(String key, long offset) {
                looks.incrementAndGet();
                return files.open(key, offset);
            }
        };
    }
}
