package atelier.processors.index;

import static atelier.processors.index.CodedFrames.chunks;
import static atelier.processors.index.CodedFrames.hash;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** GOPs that are longer than chunks may be. Frames are shown 25 times a second. */
class LongGroupTest {
    private static final Ratio TIME_BASE = new Ratio(1, 25);

    /** GOPs without B-frames. */
    private static List<CodedFrame> groups(int... seconds) {
        List<CodedFrame> frames = new ArrayList<>();
        for (int length : seconds) {
            int group = frames.size();
            for (int i = 0; i < length * 25; i++) {
                frames.add(new CodedFrame(group + i, group + i, i == 0, true, hash(group + i)));
            }
        }
        return frames;
    }

    /** One GOP: each third frame is decoded before the two that are shown before it. */
    private static List<CodedFrame> reordered(int seconds) {
        List<CodedFrame> frames = new ArrayList<>(List.of(new CodedFrame(0, -1, true, true, hash(0))));
        for (int i = 3; i < seconds * 25; i += 3) {
            for (int pts : List.of(i, i - 2, i - 1)) {
                frames.add(new CodedFrame(pts, frames.size() - 1, false, true, hash(pts)));
            }
        }
        return frames;
    }

    private static List<CodedFrame> changed(List<CodedFrame> frames, int index) {
        List<CodedFrame> changed = new ArrayList<>(frames);
        CodedFrame before = frames.get(index);
        changed.set(index, new CodedFrame(before.pts(), before.dts(), before.key(), before.shown(), hash(-1)));
        return changed;
    }

    private static List<Integer> different(List<IndexedChunk> one, List<IndexedChunk> other) {
        assertThat(one).hasSameSizeAs(other);
        return IntStream.range(0, one.size())
                .filter(i -> !one.get(i).fingerprint().equals(other.get(i).fingerprint()))
                .boxed()
                .toList();
    }

    private static int at(List<IndexedChunk> chunks, long pts) {
        return (int)
                chunks.stream().filter(chunk -> chunk.span().endPts() <= pts).count();
    }

    private static double decodedSeconds(List<IndexedChunk> chunks) {
        return chunks.stream()
                .mapToDouble(chunk -> (chunk.span().endPts() - chunk.span().seekPts()) / 25.0)
                .sum();
    }

    @Test
    void aFileOfOneKeyFrameBeginsWithAShortChunkAndGoesOnInLongerOnes() {
        List<IndexedChunk> chunks = chunks(TIME_BASE, groups(600));
        assertThat(chunks.get(0).span().seconds()).isBetween(2.0, 5.0);
        assertThat(chunks.get(1).span().seconds()).isBetween(6.0, 15.0);
        assertThat(chunks).hasSizeBetween(10, 20);
        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(chunk.span().seconds())
                        .isLessThan(16 + chunk.span().startPts() / 25.0 / 2));
    }

    @Test
    void aGroupIsDecodedLessThanFourTimesInAll() {
        for (int seconds : List.of(20, 60, 120, 600, 1200)) {
            assertThat(decodedSeconds(chunks(TIME_BASE, groups(seconds))))
                    .as("%s s", seconds)
                    .isLessThan(4.0 * seconds);
        }
    }

    @Test
    void inTheLongestFilmNoChunkLastsMuchLongerThanTenMinutes() {
        assertThat(chunks(TIME_BASE, groups(4 * 3600)))
                .hasSizeBetween(25, 40)
                .allSatisfy(chunk -> assertThat(chunk.span().seconds()).isLessThan(CutSearch.LONGEST + 10));
    }

    @Test
    void eachPictureIsInExactlyOneChunkAndNoneIsSeekedToFromBehind() {
        List<CodedFrame> frames = reordered(120);
        List<IndexedChunk> chunks = chunks(TIME_BASE, frames);
        assertThat(chunks).hasSizeGreaterThan(4);
        assertThat(chunks.stream().mapToInt(chunk -> chunk.span().frames()).sum())
                .isEqualTo(frames.size());
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(chunk.span().frames())
                    .isEqualTo((int) (chunk.span().endPts() - chunk.span().startPts()));
            assertThat(chunk.span().seekPts()).isZero();
            // Only those frames are decoded before all that are shown after them.
            assertThat(chunk.span().startPts() % 3).isZero();
        });
    }

    @Test
    void aChangeInsideAGroupChangesTheRestOfThatGroupAlone() {
        List<CodedFrame> frames = groups(60, 2, 3, 50);
        List<IndexedChunk> chunks = chunks(TIME_BASE, frames);
        int first = at(chunks, 30 * 25);
        int next = at(chunks, 60 * 25);
        assertThat(chunks.get(next).span().startPts()).isEqualTo(60 * 25);
        // A frame that is no candidate for a cut: right behind one.
        int frame = (int) chunks.get(first).span().startPts() + 1;
        assertThat(different(chunks, chunks(TIME_BASE, changed(frames, frame))))
                .isEqualTo(IntStream.range(first, next).boxed().toList());
    }

    @Test
    void whatIsDecodedBehindACutForWhatIsShownBeforeItCounts() {
        List<CodedFrame> frames = reordered(40);
        List<IndexedChunk> chunks = chunks(TIME_BASE, frames);
        long cut = chunks.get(1).span().startPts();
        int decoded = frames.stream().map(CodedFrame::pts).toList().indexOf(cut);
        assertThat(different(chunks, chunks(TIME_BASE, changed(frames, decoded + 2))))
                .contains(0);
    }

    @Test
    void aLongGroupHasTheSameChunksWhereverItLies() {
        List<IndexedChunk> alone = chunks(TIME_BASE, moved(groups(10, 60, 10), 0, 1000));
        List<IndexedChunk> later = chunks(TIME_BASE, moved(groups(10, 60, 10), 20, 1000));
        assertThat(later)
                .extracting(IndexedChunk::fingerprint)
                .containsAll(alone.stream()
                        .skip(alone.stream()
                                .filter(chunk -> chunk.span().startPts() < 250)
                                .count())
                        .map(IndexedChunk::fingerprint)
                        .toList());
    }

    /** Behind a GOP of other pictures. */
    private static List<CodedFrame> moved(List<CodedFrame> frames, int seconds, int seed) {
        List<CodedFrame> all = new ArrayList<>();
        for (int i = 0; i < seconds * 25; i++) {
            all.add(new CodedFrame(i, i, i == 0, true, hash(-seed - i)));
        }
        frames.forEach(frame -> all.add(new CodedFrame(
                frame.pts() + seconds * 25L, frame.dts() + seconds * 25L, frame.key(), true, frame.hash())));
        return all;
    }

    @Test
    void aGroupThatMayBeCutAsItIsStaysWhole() {
        List<IndexedChunk> chunks = chunks(TIME_BASE, groups(6, 1, 6, 6, 1, 6));
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(chunk.span().seekPts()).isEqualTo(chunk.span().startPts());
            assertThat(chunk.span().copy().possible()).isTrue();
        });
    }

    @Test
    void noChunkThatBeginsInsideAGroupIsEverCutAsItIs() {
        List<IndexedChunk> chunks = chunks(TIME_BASE, groups(30));
        assertThat(chunks).hasSizeGreaterThan(2);
        assertThat(chunks.subList(1, chunks.size()))
                .noneMatch(chunk -> chunk.span().copy().possible());
    }

    @Test
    void aShortGroupBeforeALongOneIsAChunkOfItsOwn() {
        List<IndexedChunk> chunks = chunks(TIME_BASE, groups(5, 3, 40, 5));
        assertThat(chunks).extracting(chunk -> chunk.span().startPts()).contains(5L * 25, 8L * 25, 48L * 25);
    }

    @Test
    void aHiddenPictureThatOthersReferToCounts() {
        List<CodedFrame> frames = new ArrayList<>();
        for (int i = -10; i < 100; i++) {
            frames.add(new CodedFrame(i, i, i == -10, i >= 0, hash(i)));
        }
        assertThat(different(chunks(TIME_BASE, frames), chunks(TIME_BASE, changed(frames, 3))))
                .containsExactly(0);
    }
}
