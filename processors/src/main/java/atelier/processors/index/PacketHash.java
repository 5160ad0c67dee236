package atelier.processors.index;

/**
 * The hashes of a packet.
 *
 * @param data SHA-256 of its data as the container has it
 * @param common SHA-256 of what is the same of it in every container; that of the data where nothing else is known
 */
@SuppressWarnings("ArrayRecordComponent")
record PacketHash(byte[] data, byte[] common) {

    /** Of a packet of which no other form is known. */
    static PacketHash of(byte[] data) {
        return new PacketHash(data, data);
    }
}
