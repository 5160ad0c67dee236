package atelier.processors.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Hashes of packets that somebody asks for, of which many are asked for again. For one thread. */
final class PacketHashes implements AutoCloseable {
    /** What decides where chunks are cut is read twice: where that is more, everything may as well be waited for. */
    private static final double MOST_OF_FILE = 0.25;

    /** A few bytes each. */
    private static final int MOST_KNOWN = 100_000;

    /** As much of the file has been looked at as may be. */
    static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EnoughException() {
            super("", null, false, false);
        }
    }

    private final PacketData data;
    private final long most;
    private final Map<Long, byte[]> known = new HashMap<>();
    private boolean limited;

    PacketHashes(PacketData data) throws IOException {
        this.data = data;
        this.most = (long) (data.file().size() * MOST_OF_FILE);
    }

    /** Whether no more than some of the file may be read. */
    void limit(boolean limit) {
        limited = limit;
    }

    /**
     * The hash of what is the same of a packet in every container.
     *
     * @throws EnoughException where too much of the file would be read
     */
    byte[] of(Packet packet) {
        if (limited && data.read() > most) {
            throw new EnoughException();
        }
        long position = packet.position().orElseThrow();
        byte[] before = known.get(position);
        byte[] hash = before == null ? data.common(packet) : before;
        if (known.size() < MOST_KNOWN) {
            known.put(position, hash);
        }
        return hash;
    }

    @Override
    public void close() throws IOException {
        data.close();
    }
}
