package atelier.processors.sources;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.probe.InputOptions;
import atelier.processors.sources.FilmsForTests.Read;
import atelier.processors.sources.SourcesForTests.Node;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A film of 40 s and some 6 MB, with open GOPs, in one container after the other; a node that has never seen it. */
class ChunkPartTest {
    @TempDir
    static Path folder;

    private static FilmsForTests films;
    private static SourcesForTests all;

    @TempDir
    Path own;

    @BeforeAll
    static void shoot() {
        films = new FilmsForTests(folder, Duration.ofMinutes(1));
        all = new SourcesForTests(folder, 64 << 10);
        films.ffmpeg("-f lavfi -i testsrc2=s=160x90:r=30000/1001:d=40,noise=alls=40:allf=t -f lavfi -i sine=d=40"
                + " -c:v libx264 -preset ultrafast -bf 2 -x264-params open-gop=1:keyint=60 -b:v 1200k -c:a aac"
                + " -shortest film.mp4");
    }

    private static Read read(String options, String name) throws IOException {
        if (options != null) {
            films.ffmpeg("-i film.mp4 " + options + " " + name);
        }
        return films.read(all, name);
    }

    private static void assertIsMadeOfAPart(String name, String options) throws IOException {
        Read read = read(options, name);
        Node worker = all.node();
        for (int number = read.chunks().size() - 1; number > 0; number -= 2) {
            WantedChunk wanted = read.wanted(number);
            try (SourceFile part = worker.sources().chunk(read.input(), wanted)) {
                assertThat(part.part()).isTrue();
                assertThat(films.pictures(part.path(), wanted))
                        .hasSize(wanted.chunk().span().frames())
                        .isEqualTo(films.pictures(films.file(name), wanted));
            }
            assertThat(number < read.chunks().size() - 1 ? 0 : SourcesForTests.fetched(worker, read.input()))
                    .isLessThan(read.input().fileSize() / 2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"film.mp4,", "film.mkv, -c copy", "film.ts, -c copy"})
    void aChunkOfAPartIsPictureForPictureThatOfTheWhole(String name, String options) throws IOException {
        assertIsMadeOfAPart(name, options);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "front.mp4, -c copy -movflags +faststart",
        "fragments.mp4, -c copy -movflags +frag_keyframe+empty_moov",
        "film.mov, -c copy",
        "live.mkv, -c copy -live 1",
        "cut.mkv, -c copy -ss 3",
        "film.avi, -c:v copy -c:a mp3",
        "film.flv, -c copy",
        "still.mkv, -c:v ffv1 -c:a copy",
        "mpeg2.ts, -c:v mpeg2video -q:v 2 -c:a mp2"
    })
    @EnabledIfSystemProperty(named = "full", matches = "true")
    void soItIsInOtherContainers(String name, String options) throws IOException {
        assertIsMadeOfAPart(name, options);
    }

    @Test
    @EnabledIfSystemProperty(named = "full", matches = "true")
    void aContainerThatCannotBeReadInPartsIsFetchedWhole() throws IOException {
        assertIsFetchedWhole(read("-c:v mpeg2video -q:v 2 -c:a pcm_s16le -ar 48000", "film.mxf"), "film.mxf");
    }

    @Test
    void aPartThatADecoderIsSetUpByOtherwiseIsNotUsed() throws IOException {
        Read read = read("-c copy", "other.mp4");
        all.objects.describe(read.input().id(), "0".repeat(64), List.of());

        assertIsFetchedWhole(read, "other.mp4");
    }

    private static void assertIsFetchedWhole(Read read, String name) throws IOException {
        Node worker = all.node();
        try (SourceFile file = worker.sources().chunk(read.input(), read.wanted(3))) {
            assertThat(file.part()).isFalse();
            assertThat(file.path()).hasSameBinaryContentAs(films.file(name));
        }
    }

    @Test
    void aHoleInAChunkIsSeenBeforeAnythingIsMadeOfIt() throws IOException {
        Read read = read("-c copy", "hollow.mp4");
        WantedChunk wanted = read.wanted(2);
        PartCheck check = new PartCheck(FfmpegForTests.programs(), 0, InputOptions.beforeInput(), own);
        Window window = Window.of(
                        all.objects.noted(read.input().id(), 0, 3),
                        wanted.chunk().span(),
                        wanted.timeBase(),
                        true)
                .orElseThrow();
        Form form = Form.of("mov", 1).get(0);
        Path copy = Files.copy(films.file("hollow.mp4"), own.resolve("hollow.mp4"));
        assertThat(check.isRead(copy, wanted, window, form)).isTrue();

        NotedPacket last = window.noted().get(window.last());
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            file.seek(last.position() + last.size() - 9);
            file.write(new byte[9]);
        }

        assertThat(check.isRead(copy, wanted, window, form)).isFalse();
    }
}
