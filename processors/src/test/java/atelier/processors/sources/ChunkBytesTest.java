package atelier.processors.sources;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.sources.FilmsForTests.Read;
import atelier.processors.sources.SourcesForTests.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How many bytes a chunk of a large film moves: for {@code bin/bench s3 --chunk}. */
class ChunkBytesTest {
    /** Of the ten seconds that the film shows again and again. */
    private static final double TEN_SECONDS = 15e6;

    @TempDir
    Path folder;

    @Test
    @EnabledIfSystemProperty(named = "atelier.gb", matches = ".+")
    void aChunkOfALargeFilmMovesAboutItsOwnBytes() throws IOException {
        long loops = Math.max(1, Math.round(Double.parseDouble(System.getProperty("atelier.gb")) * 1e9 / TEN_SECONDS));
        FilmsForTests films = new FilmsForTests(folder, Duration.ofMinutes(10));
        films.ffmpeg("-f lavfi -i testsrc2=s=640x360:r=30000/1001:d=10,noise=alls=20:allf=t -f lavfi -i sine=d=10"
                + " -c:v libx264 -preset ultrafast -bf 2 -x264-params keyint=60 -b:v 12M -c:a aac -shortest ten.mp4");
        films.ffmpeg("-stream_loop " + (loops - 1) + " -i ten.mp4 -c copy film.mp4");
        SourcesForTests all = new SourcesForTests(folder, SourcesForTests.USUAL_UNIT);
        Read read = films.read(all, "film.mp4");
        Node worker = all.node();

        long before = 0;
        for (int number : List.of(read.chunks().size() / 2, read.chunks().size() / 2 + 1)) {
            WantedChunk wanted = read.wanted(number);
            try (SourceFile part = worker.sources().chunk(read.input(), wanted)) {
                assertThat(part.part()).isTrue();
            }
            long fetched = SourcesForTests.fetched(worker, read.input());
            System.out.printf(
                    Locale.ROOT,
                    "chunk: number %d, %.1f s of a film of %.2f GB in %d chunks: its mean is %.1f MB, %.1f MB were fetched%n",
                    number,
                    wanted.chunk().span().seconds(),
                    read.input().fileSize() / 1e9,
                    read.chunks().size(),
                    wanted.chunk().span().seconds() * read.input().fileSize() / read.seconds() / 1e6,
                    (fetched - before) / 1e6);
            before = fetched;
        }
        assertThat(before).isLessThan(read.input().fileSize() / 10);
    }
}
