package atelier.processors.index;

import atelier.processors.content.FilePass;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Gathers what MPEG-TS (ISO/IEC 13818-1, 2.4.3) scatters over packets of 188 bytes: the payload of one PES packet. */
final class TransportStream {
    private static final int PACKET = 188;
    private static final int SYNC = 0x47;
    private static final int PACKETS_AT_ONCE = 64;
    private static final int PES_HEADER = 9;

    private final FilePass pass;
    private final ByteBuffer found;
    private int stream = -1;

    private TransportStream(FilePass pass, int size) {
        this.pass = pass;
        found = ByteBuffer.allocate(size);
    }

    /**
     * The data that begins there; whoever asks must check it.
     *
     * @param position of the packet that the PES packet begins in
     * @return nothing where it is not written so
     */
    static Optional<byte[]> gather(FilePass pass, long position, int size) throws IOException {
        TransportStream transport = new TransportStream(pass, size);
        return transport.read(position) ? Optional.of(transport.found.array()) : Optional.empty();
    }

    private boolean read(long position) throws IOException {
        long at = position;
        while (found.hasRemaining() && pass.holds(at, PACKET)) {
            ByteBuffer block = pass.look(at, PACKETS_AT_ONCE * PACKET);
            for (int start = 0; found.hasRemaining() && start + PACKET <= block.limit(); start += PACKET) {
                if (!take(block.slice(start, PACKET))) {
                    return false;
                }
            }
            at += PACKETS_AT_ONCE * (long) PACKET;
        }
        return !found.hasRemaining();
    }

    private boolean take(ByteBuffer packet) {
        boolean begins = (packet.get(1) & 0x40) != 0;
        int from = packet.getShort(1) & 0x1fff;
        if (packet.get(0) != SYNC || (stream < 0 && !begins) || (stream == from && begins)) {
            return false;
        }
        if (stream >= 0 && stream != from) {
            return true;
        }
        stream = from;
        int control = packet.get(3) >> 4 & 3;
        int start = 4 + ((control & 2) != 0 ? 1 + (packet.get(4) & 0xff) : 0);
        return (control & 1) == 0 || put(packet, begins, start);
    }

    private boolean put(ByteBuffer packet, boolean begins, int payload) {
        if (payload > PACKET - (begins ? PES_HEADER : 0)) {
            return false;
        }
        int start = begins ? payload + PES_HEADER + (packet.get(payload + PES_HEADER - 1) & 0xff) : payload;
        if (start > PACKET) {
            return false;
        }
        found.put(packet.slice(start, Math.min(PACKET - start, found.remaining())));
        return true;
    }
}
