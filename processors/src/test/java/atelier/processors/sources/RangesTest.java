package atelier.processors.sources;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.store.SourceBucket.Piece;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RangesTest {
    private final Ranges ranges = new Ranges();

    private void add(long from, long until) {
        ranges.add(new Piece(from, until));
    }

    @Test
    void whatWasNeverAddedIsMissing() {
        assertThat(ranges.missing(new Piece(3, 9))).containsExactly(new Piece(3, 9));
    }

    @Test
    void whatLiesBetweenIsMissing() {
        add(0, 4);
        add(6, 8);

        assertThat(ranges.missing(new Piece(2, 12))).containsExactly(new Piece(4, 6), new Piece(8, 12));
    }

    @Test
    void neighboursAreOne() {
        add(4, 6);
        add(0, 4);
        add(5, 9);

        assertThat(ranges.missing(new Piece(0, 9))).isEmpty();
        assertThat(ranges.bytes()).isEqualTo(9);
    }

    @Test
    void noByteIsEverWronglyThere() {
        Random random = new Random(1);
        BitSet there = new BitSet();
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(900);
            int until = from + 1 + random.nextInt(12);
            add(from, until);
            there.set(from, until);
            BitSet missing = new BitSet();
            ranges.missing(new Piece(0, 1000)).forEach(each -> missing.set((int) each.from(), (int) each.until()));
            missing.flip(0, 1000);
            assertThat(missing).isEqualTo(there);
            assertThat(ranges.bytes()).isEqualTo(there.cardinality());
        }
    }
}
