package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PulldownTest {
    private static final Ratio NTSC = new Ratio(1, 30_000);
    private static final long VIDEO = 4004;
    private static final long FILM = 5005;

    @Test
    void ofEachFivePicturesFourAreShownAsOftenAsFilmWas() {
        assertThat(Pulldown.times(10, VIDEO))
                .containsExactly(LongStream.range(0, 8).map(i -> i * FILM).toArray());
    }

    @Test
    void whatIsLeftBehindTheLastFiveIsShownAsItIs() {
        assertThat(Pulldown.times(8, VIDEO))
                .containsExactly(0, FILM, 2 * FILM, 3 * FILM, 4 * FILM, 4 * FILM + VIDEO, 4 * FILM + 2 * VIDEO);
        assertThat(Pulldown.times(1, VIDEO)).containsExactly(0);
    }

    @Test
    void chunksOfTelecinedFilmFollowEachOtherWithoutAGapAndLastAsLongAsTheVideo() {
        List<IndexedChunk> chunks = CodedFrames.chunks(track(true), frames(800, -1));

        assertThat(chunks).hasSizeGreaterThan(2);
        long end = 0;
        for (IndexedChunk chunk : chunks) {
            ChunkSpan span = chunk.span();
            long pictures = span.durationTicks() / VIDEO;
            assertThat(span.telecined()).isTrue();
            assertThat(span.startTicks()).isEqualTo(end);
            assertThat(span.frames()).isEqualTo(pictures - pictures / 5);
            assertThat(span.nominalTicks()).isEqualTo(FILM);
            assertThat(span.frameTicks()).isEqualTo(pictures % 5 == 0 ? FILM : 0);
            assertThat(span.copy().possible()).isFalse();
            end += span.durationTicks();
        }
        assertThat(end).isEqualTo(800 * VIDEO);
    }

    @Test
    void aChunkWithAGapKeepsAllItsPictures() {
        List<IndexedChunk> chunks = CodedFrames.chunks(track(true), frames(400, 200));

        assertThat(chunks.stream().filter(chunk -> !chunk.span().telecined()))
                .singleElement()
                .satisfies(chunk -> assertThat(chunk.span().frameTicks()).isZero());
    }

    @Test
    void filmIsNamedOtherThanTheSamePicturesAsVideo() {
        assertThat(CodedFrames.chunks(track(true), frames(800, -1)))
                .extracting(IndexedChunk::fingerprint)
                .doesNotContainAnyElementsOf(CodedFrames.chunks(track(false), frames(800, -1)).stream()
                        .map(IndexedChunk::fingerprint)
                        .toList());
    }

    private static VideoTrack track(boolean telecined) {
        return new VideoTrack(0, "mpeg2video", "", NTSC, List.of(new Ratio(30_000, 1001)), telecined, false);
    }

    /** Key frames every twelve; behind {@code gap} ten pictures are missing. */
    private static List<CodedFrame> frames(int count, int gap) {
        List<CodedFrame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = 1001L * (gap >= 0 && i > gap ? i + 10 : i);
            frames.add(new CodedFrame(at, at, i % 12 == 0, true, CodedFrames.hash(i)));
        }
        return frames;
    }
}
