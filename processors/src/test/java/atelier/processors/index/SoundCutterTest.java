package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.mp4.SoundCuts;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of a film of 200 s with AAC at 48,000 Hz. */
class SoundCutterTest {
    private static final SoundCuts CUTS = new SoundCuts(48_000, Duration.ofSeconds(6));
    private static final int PACKETS = 9375;
    private static final int SECONDS = 200;
    private static final LongUnaryOperator EVEN = packet -> 1024 * packet;

    private static List<IndexedSound> cut(SoundTrack track, LongUnaryOperator times, Set<Integer> changed) {
        return cut(track, times, changed, PACKETS);
    }

    /** @param times of packets, by their number, in samples */
    private static List<IndexedSound> cut(
            SoundTrack track, LongUnaryOperator times, Set<Integer> changed, int packets) {
        List<IndexedSound> pieces = new ArrayList<>();
        SoundCutter cutter = new SoundCutter(track, CUTS, piece -> pieces.add(piece.named()));
        for (int number = 0; number < packets; number++) {
            long time = times.applyAsLong(number);
            if (number == 100) {
                cutter.film(0);
            }
            cutter.pictures(time / 48_000.0 + 0.5);
            byte[] hash = ByteBuffer.allocate(5)
                    .putInt(number)
                    .put((byte) (changed.contains(number) ? 1 : 0))
                    .array();
            long pts = Math.round(time / 48_000.0 / track.timeBase().value());
            cutter.packet(
                    new Packet(1, OptionalLong.of(pts), OptionalLong.empty(), OptionalLong.empty(), 300, "K", ""),
                    () -> hash);
        }
        cutter.pictures(SECONDS);
        cutter.finish(1000 * SECONDS);
        return pieces;
    }

    private static SoundTrack aac(int unit) {
        return new SoundTrack(1, "aac", 48_000, 2, new Ratio(1, unit));
    }

    private static List<String> names(List<IndexedSound> pieces) {
        return pieces.stream().map(IndexedSound::fingerprint).toList();
    }

    @Test
    void piecesHaveTheSegmentsThatTheWholeWouldHave() {
        List<IndexedSound> pieces = cut(aac(48_000), EVEN, Set.of());

        assertThat(pieces)
                .extracting(each -> each.span().segments().size())
                .containsExactly(1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2);
        assertThat(pieces.stream().flatMap(each -> each.span().segments().stream()))
                .isEqualTo(CUTS.of(48_000L * SECONDS));
        long at = 0;
        for (IndexedSound piece : pieces) {
            assertThat(piece.span().startTicks()).isEqualTo(at);
            at += piece.span().segments().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Test
    void aChangeChangesThePieceThatItIsIn() {
        List<String> before = names(cut(aac(48_000), EVEN, Set.of()));
        List<String> after = names(cut(aac(48_000), EVEN, Set.of(4000)));

        assertThat(IntStream.range(0, before.size())
                        .filter(i -> !before.get(i).equals(after.get(i)))
                        .boxed())
                .containsExactly(6);
    }

    @Test
    void timesThatAreRoundedGiveTheSamePieces() {
        assertThat(names(cut(aac(1000), packet -> 1024 * packet - 1024, Set.of())))
                .isEqualTo(names(cut(aac(48_000), packet -> 1024 * packet - 1024, Set.of())))
                .isNotEqualTo(names(cut(aac(48_000), EVEN, Set.of())));
    }

    @Test
    void aGapIsSilenceInItsPiece() {
        List<IndexedSound> pieces = cut(aac(48_000), packet -> 1024 * packet + (packet < 2000 ? 0 : 96_000), Set.of());

        SoundSpan span = pieces.get(3).span();
        long before = 1024 * 2000 - span.firstSample();
        assertThat(span.jumps()).containsExactly(new SoundSpan.Jump(before, 96_000));
        assertThat(pieces)
                .filteredOn(each -> each.number() != 3)
                .allSatisfy(each -> assertThat(each.span().jumps()).isEmpty());
    }

    /** FFmpeg's concatenation of films of 20 s: each has a packet of AAC and a half too many. */
    @Test
    void whereFilmsWerePutTogetherSamplesAreLeftOutOnceTheyAreTooManyToBearIt() {
        List<IndexedSound> pieces = cut(aac(48_000), packet -> 1024 * packet - 1536 * (packet / 939), Set.of());

        assertThat(pieces).hasSize(14);
        assertThat(pieces.stream()
                        .flatMap(each -> each.span().jumps().stream())
                        .map(SoundSpan.Jump::by)
                        .collect(Collectors.toSet()))
                .containsExactly(-6144L);
    }

    @Test
    void packetsOfDifferentLengthsAreNotCounted() {
        assertThat(cut(aac(48_000), packet -> 1024 * packet + 512 * (packet % 2), Set.of()))
                .isEmpty();
        assertThat(cut(new SoundTrack(1, "vorbis", 48_000, 2, new Ratio(1, 1000)), EVEN, Set.of()))
                .isEmpty();
        assertThat(cut(new SoundTrack(1, "aac", 44_056, 2, new Ratio(1, 1000)), EVEN, Set.of()))
                .isEmpty();
    }

    @Test
    void whatTurnsOutUnevenIsPutWhereItsTimesSayFromThere() {
        List<IndexedSound> pieces =
                cut(aac(48_000), packet -> 1024 * packet + (packet < 2000 ? 0 : 512 * (packet % 2)), Set.of());

        assertThat(pieces).extracting(each -> each.span().counted()).containsExactly(true, true, true, false);
        assertThat(pieces.get(3).span().segments()).hasSize(32);
    }

    @Test
    void whereSoundEndsEarlyItsLastPieceEndsWithThePictures() {
        List<IndexedSound> pieces = cut(aac(48_000), EVEN, Set.of(), 3500);

        assertThat(pieces).extracting(each -> each.span().segments().size()).containsExactly(1, 3, 3, 3, 3, 26);
        assertThat(pieces.get(5).span().pad()).isEqualTo(48_000L * SECONDS - 1024 * 3500 + 1024);
    }

    @Test
    void theFirstPieceIsKnownWhenLittleMoreThanItIsRead() {
        List<IndexedSound> pieces = cut(aac(48_000), EVEN, Set.of(), 270);

        assertThat(pieces.get(0).span().segments()).hasSize(1);
        assertThat(pieces.get(0).span().window().samples()).hasValue(244 * 1024);
    }
}
