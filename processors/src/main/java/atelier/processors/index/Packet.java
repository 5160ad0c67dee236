package atelier.processors.index;

import java.util.OptionalLong;

/**
 * A packet as ffprobe lists it.
 *
 * @param stream its stream's index
 * @param pts when it is presented, in the stream's time base
 * @param dts when it is decoded
 * @param position where the container has it, in bytes from the file's beginning: its data, or what stands before that
 * @param size of its data, in bytes
 * @param flags {@code K} a key frame, {@code D} not to be shown
 * @param hash SHA-256 of its data in hexadecimal; empty where ffprobe was not asked for it
 */
record Packet(
        int stream, OptionalLong pts, OptionalLong dts, OptionalLong position, long size, String flags, String hash) {

    static Packet of(ProbeLine line) {
        String hash = line.text("data_hash");
        return new Packet(
                line.stream(),
                line.number("pts"),
                line.number("dts"),
                line.number("pos"),
                line.number("size").orElse(-1),
                line.text("flags"),
                hash.substring(hash.indexOf(':') + 1));
    }
}
