package atelier.processors.sources;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Packets in few bytes: numbers as differences, seven bits a byte, the lowest first. */
final class PacketNotes {
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long time;
    private long position;

    /** About ten bytes a packet. */
    static byte[] write(List<NotedPacket> packets) {
        PacketNotes notes = new PacketNotes();
        packets.forEach(notes::add);
        return notes.bytes.toByteArray();
    }

    private void add(NotedPacket packet) {
        signed(packet.time() - time);
        signed(packet.position() - position);
        number(packet.size() << 1 | (packet.key() ? 1 : 0));
        bytes.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(packet.hash()).array());
        time = packet.time();
        position = packet.position();
    }

    private void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    private void number(long value) {
        long left = value;
        while ((left & ~(MORE - 1L)) != 0) {
            bytes.write((int) left & (MORE - 1) | MORE);
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    static List<NotedPacket> read(byte[] notes) {
        ByteBuffer buffer = ByteBuffer.wrap(notes);
        List<NotedPacket> packets = new ArrayList<>();
        long time = 0;
        long position = 0;
        while (buffer.hasRemaining()) {
            time += signed(buffer);
            position += signed(buffer);
            long size = number(buffer);
            packets.add(new NotedPacket(time, (size & 1) == 1, position, size >>> 1, buffer.getInt()));
        }
        return packets;
    }

    private static long signed(ByteBuffer buffer) {
        long value = number(buffer);
        return value >>> 1 ^ -(value & 1);
    }

    private static long number(ByteBuffer buffer) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = buffer.get();
            value |= (long) (next & (MORE - 1)) << shift;
            shift += 7;
        } while ((next & MORE) != 0);
        return value;
    }
}
