package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.ladder.FrameSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a chunk of three segments that somebody waits for, two are given out before it is whole. */
class ChunkGrowthTest {
    private static final ChunkSpan SPAN = new ChunkSpan(
            0, 0, 12_800, 25, 12_800, 0, 12_800, 512, 512, List.of(0L, 4608L, 9216L), List.of(0L, 4608L, 9216L));

    @TempDir
    Path folder;

    private ChunkStudio studio;
    private EncodeJob job;
    private Runnable beforeItEnds = () -> {};

    @BeforeEach
    void begin() throws IOException {
        studio = new ChunkStudio(folder);
        job = studio.job("SD", 1, SPAN, new FrameSize(320, 180), Recipes.SD);
    }

    /** FFmpeg, which is looked at when it has written all, and is then still at work. */
    private Outcome slow(Command command, Limits limits, Consumer<String> lines) {
        boolean encodes =
                command.program() == Program.FFMPEG && command.arguments().contains("-force_key_frames");
        Outcome outcome = FfmpegForTests.programs().run(command, limits, encodes ? line -> {} : lines);
        if (encodes) {
            lines.accept("frame=20");
            beforeItEnds.run();
        }
        return outcome;
    }

    private List<String> segments() {
        return studio.sql
                .sql(
                        "SELECT s.number FROM segments s JOIN placements p ON p.fingerprint = s.fingerprint ORDER BY s.number")
                .query(String.class)
                .list();
    }

    private Path stored(int number) {
        return folder.resolve("store/chunks/" + job.fingerprint() + "/" + job.startTicks() + "/0000" + number + ".m4s");
    }

    private byte[] read(int number) {
        try {
            return Files.readAllBytes(stored(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSegmentIsThereAsSoonAsItIsMadeAndIsTheSameInTheEnd() throws IOException {
        byte[][] early = new byte[2][];
        beforeItEnds = () -> {
            assertThat(studio.isMade(job)).isFalse();
            assertThat(segments()).containsExactly("0", "1");
            early[0] = read(0);
            early[1] = read(1);
        };

        studio.encoder(this::slow).encodeAwaited(job, () -> OptionalInt.of(0));

        assertThat(early[0]).isNotNull().isEqualTo(read(0));
        assertThat(early[1]).isEqualTo(read(1));
        assertThat(studio.isMade(job)).isTrue();
        assertThat(segments()).containsExactly("0", "1", "2");
    }

    @Test
    void nothingIsGivenOutAloneBeforeWhatSomebodyWaitsFor() throws IOException {
        beforeItEnds = () -> assertThat(segments()).isEmpty();
        studio.encoder(this::slow).encodeAwaited(job, () -> OptionalInt.of(2));
        assertThat(segments()).containsExactly("0", "1", "2");
    }

    @Test
    void withWhatSomebodyWaitsForIsGivenOutWhatIsBeforeIt() throws IOException {
        beforeItEnds = () -> assertThat(segments()).containsExactly("0", "1");
        studio.encoder(this::slow).encodeAwaited(job, () -> OptionalInt.of(1));
    }

    @Test
    void whoeverComesLaterForAnEarlierSegmentHasItToo() throws IOException {
        List<OptionalInt> awaited = new ArrayList<>(List.of(OptionalInt.of(2), OptionalInt.of(0)));
        beforeItEnds = () -> assertThat(segments()).containsExactly("0", "1");
        studio.encoder(this::slow).encodeAwaited(job, () -> awaited.size() > 1 ? awaited.remove(0) : awaited.get(0));
    }

    @Test
    void ofWhatNobodyWaitsForNothingIsGivenOutBefore() throws IOException {
        beforeItEnds = () -> assertThat(segments()).isEmpty();
        studio.encoder(this::slow).encode(job, List.of());
        assertThat(studio.isMade(job)).isTrue();
    }
}
