package atelier.processors.index;

/**
 * A packet of an input's video, as its reading found it, in the order in which the container gives them.
 *
 * @param time when it is presented, in the stream's time base; when it is decoded, where the container does not say that
 * @param key whether decoding can start at it
 * @param position where the container has it, in bytes from the file's beginning; below 0 where that is not known
 * @param size of its data, in bytes
 * @param hash SHA-256 of its data
 */
@SuppressWarnings("ArrayRecordComponent")
public record CodedPacket(long time, boolean key, long position, long size, byte[] hash) {}
