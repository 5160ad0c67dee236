package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.index.ChunkSpan;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import atelier.processors.index.Outline;
import atelier.processors.index.SoundSpan;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chunks of 10 s and pieces of 30 s are listed; chunk 54 and piece 18 are planned before their turn. */
class ForeseenTest {
    private final Foreseen foreseen = new Foreseen();

    @BeforeEach
    void foresee() {
        list(false);
        foreseen.planned(new Outline.Named(List.of(chunk(54, 250, "54")), List.of(piece("18"))));
    }

    private void list(boolean whole) {
        List<Outline.ChunkPlace> chunks = Stream.of(53, 54, 55)
                .map(number -> new Outline.ChunkPlace(number, span(10 * number, 250)))
                .toList();
        foreseen.listed(new Outline.Places(chunks, List.of(new Outline.SoundPlace(1, 18, sound(18))), whole));
    }

    private static ChunkSpan span(int second, int frames) {
        return new ChunkSpan(0, 0, 1, frames, 1000, 1000L * second, 10_000, 40, 40, List.of(0L), List.of(0L));
    }

    private static IndexedChunk chunk(int number, int frames, String fingerprint) {
        return new IndexedChunk(number, fingerprint, span(10 * number, frames));
    }

    private static IndexedSound piece(String fingerprint) {
        return new IndexedSound(1, 18, fingerprint, sound(18));
    }

    private static SoundSpan sound(int number) {
        SoundSpan.Window window = new SoundSpan.Window(OptionalDouble.empty(), 0, 1024, 48_000, OptionalLong.empty());
        List<Long> segments = List.of(30L * 48_000);
        return new SoundSpan(48_000, 30L * 48_000 * number, segments, true, window, 0, 0, 0, 0, List.of(), 0);
    }

    @Test
    void whatTheReadingFindsAsItWasForeseenIsNoLongerOutOfItsOrder() {
        assertThat(foreseen.passed(List.of(chunk(52, 1, "x"), chunk(53, 250, "53"), chunk(54, 250, "54"))))
                .isTrue();
        assertThat(foreseen.passedSounds(List.of(piece("18")))).isTrue();
        assertThat(foreseen.chunks()).isEmpty();
        assertThat(foreseen.pieces()).isEmpty();
    }

    @Test
    void anotherSpanOrAnotherNameIsNoticed() {
        assertThat(foreseen.passed(List.of(chunk(53, 249, "53")))).isFalse();
        assertThat(foreseen.passed(List.of(chunk(54, 250, "other")))).isFalse();
        assertThat(foreseen.passedSounds(List.of(piece("other")))).isFalse();
        assertThat(foreseen.chunks()).containsExactly(54);
        assertThat(foreseen.pieces()).containsExactly(18);
    }

    @Test
    void soundThatIsCutInAnotherWayIsNoticedThoughNobodyAskedForIt() {
        IndexedSound other = new IndexedSound(1, 18, "18", sound(17));
        assertThat(foreseen.passedSounds(List.of(other))).isFalse();
    }

    @Test
    void whatComesBehindThatWhichIsListedIsNoticedWhereThatWasSaidToBeAll() {
        assertThat(foreseen.passed(List.of(chunk(56, 250, "56")))).isTrue();
        assertThat(foreseen.passedSounds(List.of(new IndexedSound(1, 19, "19", sound(19)))))
                .isTrue();
        list(true);
        assertThat(foreseen.passed(List.of(chunk(56, 250, "56")))).isFalse();
        assertThat(foreseen.passedSounds(List.of(new IndexedSound(1, 19, "19", sound(19)))))
                .isFalse();
    }

    @Test
    void aFilmThatEndsBeforeWhatIsListedIsNoticed() {
        assertThat(foreseen.ended(56)).isTrue();
        assertThat(foreseen.ended(55)).isFalse();
    }

    @Test
    void soundThatIsHeardDuringAChunkBelongsToIt() {
        assertThat(foreseen.overlap(54, sound(18))).isTrue();
        assertThat(foreseen.overlap(54, sound(17))).isFalse();
        assertThat(foreseen.overlap(53, sound(17))).isTrue();
    }
}
