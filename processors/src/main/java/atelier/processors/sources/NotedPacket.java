package atelier.processors.sources;

import atelier.processors.index.CodedPacket;
import java.nio.ByteBuffer;

/**
 * Where a packet of an input's video is, as it was found when all of the file was read.
 *
 * @param time when it is presented, in the stream's time base
 * @param position in the file; below 0 where that is not known
 * @param size of its data, in bytes
 * @param hash the first 32 bits of its data's SHA-256
 */
record NotedPacket(long time, boolean key, long position, long size, int hash) {

    static NotedPacket of(CodedPacket packet) {
        return new NotedPacket(
                packet.time(),
                packet.key(),
                packet.position(),
                packet.size(),
                ByteBuffer.wrap(packet.hash()).getInt());
    }

    /** Where its data ends, or somewhat later. */
    long end() {
        return position + size;
    }

    boolean isSame(long otherSize, int otherHash) {
        return size == otherSize && hash == otherHash;
    }
}
