package atelier.processors.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PacketNotesTest {
    private static final List<NotedPacket> PACKETS = List.of(
            new NotedPacket(-1001, true, 48, 70_000, 0x80000001),
            new NotedPacket(3003, false, 70_048, 0, 0),
            new NotedPacket(1001, false, 12_000_000_000L, 5_000_000_000L, -1),
            new NotedPacket(Long.MAX_VALUE / 4, true, -1, 1, 7));

    @Test
    void whatIsNotedIsReadAgain() {
        assertThat(PacketNotes.read(PacketNotes.write(PACKETS))).isEqualTo(PACKETS);
    }

    @Test
    void aPacketTakesAFewBytes() {
        List<NotedPacket> film = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(i -> new NotedPacket(i * 1001L, i % 50 == 0, i * 40_000L, 39_000, i * 77))
                .toList();

        assertThat(PacketNotes.write(film).length).isLessThan(13_000);
    }
}
