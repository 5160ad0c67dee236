package atelier.processors.index;

import static atelier.processors.index.CodedFrames.chunks;
import static atelier.processors.index.CodedFrames.hash;
import static atelier.processors.index.CodedFrames.shot;
import static atelier.processors.index.CodedFrames.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChunkerTest {
    private static final Ratio TIME_BASE = new Ratio(1, 25);

    private static Set<String> fingerprints(List<IndexedChunk> chunks) {
        return chunks.stream().map(IndexedChunk::fingerprint).collect(Collectors.toSet());
    }

    @Test
    void everyFrameIsInExactlyOneChunk() {
        List<CodedFrame> frames = timeline(shot(1, 200));
        List<IndexedChunk> chunks = chunks(TIME_BASE, frames);
        assertThat(chunks.stream().mapToInt(chunk -> chunk.span().frames()).sum())
                .isEqualTo(frames.size());
        for (int i = 1; i < chunks.size(); i++) {
            ChunkSpan before = chunks.get(i - 1).span();
            assertThat(chunks.get(i).span().startPts()).isEqualTo(before.endPts());
            assertThat(chunks.get(i).span().startTicks()).isEqualTo(before.startTicks() + before.durationTicks());
        }
    }

    @Test
    void chunksAreBetweenTheShortestAndTheLongest() {
        List<IndexedChunk> chunks = chunks(TIME_BASE, timeline(shot(2, 200)));
        assertThat(chunks).hasSizeGreaterThan(10);
        assertThat(chunks.get(0).span().seconds()).isBetween(2.0, 5.0);
        assertThat(chunks.subList(1, chunks.size() - 1))
                .allSatisfy(chunk -> assertThat(chunk.span().seconds()).isBetween(6.0, 15.0));
    }

    @Test
    void anInsertedShotLeavesTheOtherChunksAsTheyWere() {
        List<Long> before = shot(3, 80);
        List<Long> after = shot(4, 80);
        Set<String> original = fingerprints(chunks(TIME_BASE, timeline(before, after)));
        List<IndexedChunk> edited = chunks(TIME_BASE, timeline(before, shot(5, 6), after));
        long fresh = edited.stream()
                .filter(chunk -> !original.contains(chunk.fingerprint()))
                .count();
        assertThat(fresh).isBetween(1L, 4L);
    }

    @Test
    void aShotThatIsTakenOutLeavesTheOtherChunksAsTheyWere() {
        List<Long> before = shot(6, 80);
        List<Long> after = shot(7, 80);
        Set<String> original = fingerprints(chunks(TIME_BASE, timeline(before, shot(8, 6), after)));
        Set<String> edited = fingerprints(chunks(TIME_BASE, timeline(before, after)));
        Set<String> fresh = new HashSet<>(edited);
        fresh.removeAll(original);
        assertThat(fresh).hasSizeBetween(1, 4);
    }

    @Test
    void aRepeatedShotHasTheSameFingerprintsTwice() {
        List<Long> once = shot(9, 60);
        List<IndexedChunk> chunks = chunks(TIME_BASE, timeline(once, once));
        assertThat(fingerprints(chunks).size()).isLessThan(chunks.size() - 2);
    }

    @Test
    void picturesShownBeforeTheCutButCodedAfterItBelongBeforeIt() {
        // 250 frames; every 50th is a key frame that is followed by two pictures which are shown before it.
        List<CodedFrame> frames = new ArrayList<>();
        for (int key = 0; key < 250; key += 50) {
            frames.add(new CodedFrame(key, key - 2, true, true, hash(key)));
            if (key > 0) {
                frames.add(new CodedFrame(key - 2, key - 1, false, true, hash(key - 2)));
                frames.add(new CodedFrame(key - 1, key, false, true, hash(key - 1)));
            }
            for (int i = key + 1; i < key + (key == 200 ? 50 : 48); i++) {
                frames.add(new CodedFrame(i, i, false, true, hash(i)));
            }
        }
        List<IndexedChunk> chunks = chunks(TIME_BASE, frames);
        assertThat(chunks).hasSizeGreaterThan(1);
        assertThat(chunks.stream().mapToInt(chunk -> chunk.span().frames()).sum())
                .isEqualTo(250);
        assertThat(chunks)
                .allSatisfy(chunk -> assertThat(chunk.span().frames())
                        .isEqualTo((int) (chunk.span().endPts() - chunk.span().startPts())));
    }

    @Test
    void whatComesBeforeTheFirstKeyFrameIsLeftOut() {
        List<CodedFrame> frames = new ArrayList<>(timeline(shot(10, 10)));
        int first = frames.size();
        frames.subList(0, 1).clear();
        List<IndexedChunk> chunks = chunks(TIME_BASE, frames);
        assertThat(chunks.stream().mapToInt(chunk -> chunk.span().frames()).sum())
                .isLessThan(first - 1);
    }

    @Test
    void hiddenPicturesAreNotCounted() {
        List<CodedFrame> frames = new ArrayList<>();
        for (int i = -10; i < 100; i++) {
            frames.add(new CodedFrame(i, i, i == -10 || i == 0, i >= 0, hash(i)));
        }
        List<IndexedChunk> chunks = chunks(TIME_BASE, frames);
        assertThat(chunks).hasSize(1);
        assertThat(chunks.get(0).span().frames()).isEqualTo(100);
        assertThat(chunks.get(0).span().startPts()).isZero();
        assertThat(chunks.get(0).span().seekPts()).isEqualTo(-10);
    }

    @Test
    void aFileWithoutAnyKeyFrameHasNoChunk() {
        List<CodedFrame> frames =
                List.of(new CodedFrame(0, 0, false, true, hash(1)), new CodedFrame(1, 1, false, true, hash(2)));
        assertThat(chunks(TIME_BASE, frames)).isEmpty();
        assertThat(chunks(TIME_BASE, List.of())).isEmpty();
    }

    @Test
    void everyFrameAKeyFrameIsCutByTheSameRule() {
        List<CodedFrame> frames = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            frames.add(new CodedFrame(i, i, true, true, hash(i)));
        }
        assertThat(chunks(TIME_BASE, frames)).hasSizeBetween(8, 20);
    }

    @Test
    void everyFrameAKeyFrameIsCutByContent() {
        List<CodedFrame> before = new ArrayList<>();
        List<CodedFrame> after = new ArrayList<>();
        for (int i = 0; i < 9000; i++) {
            before.add(new CodedFrame(i, i, true, true, hash(i)));
        }
        for (int i = -37; i < 9000; i++) {
            after.add(new CodedFrame(i + 37, i + 37, true, true, hash(i)));
        }
        List<IndexedChunk> original = chunks(TIME_BASE, before);
        Set<String> known = fingerprints(original);
        List<IndexedChunk> edited = chunks(TIME_BASE, after);
        assertThat(edited.stream().filter(chunk -> !known.contains(chunk.fingerprint())))
                .hasSizeBetween(1, 6);
        assertThat(original.get(0).span().seconds()).isBetween(2.0, 5.0);
        assertThat(original.subList(1, original.size() - 1))
                .allSatisfy(chunk -> assertThat(chunk.span().seconds()).isBetween(6.0, 15.0));
        assertThat(original)
                .allSatisfy(chunk -> assertThat(chunk.span().seekPts())
                        .isEqualTo(chunk.span().startPts()));
    }
}
