package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ShownPacketsTest {
    private final ShownPackets packets = new ShownPackets();

    private void add(long pts, int content) {
        packets.add(OptionalLong.of(pts), new byte[] {(byte) content});
    }

    private static byte[] of(int... contents) {
        ShownPackets alone = new ShownPackets();
        for (int content : contents) {
            alone.add(OptionalLong.of(0), new byte[] {(byte) content});
        }
        return alone.rest();
    }

    @Test
    void aFrameConsistsOfWhatIsShownWithItHoweverLateItIsHandedOut() {
        add(0, 1);
        add(80, 2);
        add(40, 3);
        assertThat(packets.before(40)).isEqualTo(of(1));
        add(120, 4);
        assertThat(packets.before(80)).isEqualTo(of(3));
        assertThat(packets.before(120)).isEqualTo(of(2));
        assertThat(packets.rest()).isEqualTo(of(4));
    }

    @Test
    void aFrameOfTwoFieldsConsistsOfBothWhetherTheSecondSaysItsTimeOrNot() {
        add(0, 1);
        add(20, 2);
        add(40, 3);
        packets.add(OptionalLong.empty(), new byte[] {4});
        assertThat(packets.before(40)).isEqualTo(of(1, 2));
        assertThat(packets.rest()).isEqualTo(of(3, 4));
    }
}
