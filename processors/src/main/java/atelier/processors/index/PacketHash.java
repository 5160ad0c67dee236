package atelier.processors.index;

import java.util.Optional;

/**
 * The hashes of a packet.
 *
 * @param data SHA-256 of its data as the container has it; none where nobody asked for it
 * @param common SHA-256 of what is the same of it in every container; that of the data where nothing else is known
 */
@SuppressWarnings("ArrayRecordComponent")
record PacketHash(Optional<byte[]> data, byte[] common) {

    /** Of a packet of which no other form is known. */
    static PacketHash of(byte[] data) {
        return new PacketHash(Optional.of(data), data);
    }
}
