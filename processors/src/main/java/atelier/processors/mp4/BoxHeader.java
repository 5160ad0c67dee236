package atelier.processors.mp4;

/**
 * Where a box lies in a file.
 *
 * @param type its four-character code
 * @param offset position of its first byte
 * @param headerSize bytes before its body: 8, or 16 with a 64-bit size
 * @param size bytes of the whole box, header included
 */
public record BoxHeader(String type, long offset, int headerSize, long size) {

    /** Position of the first byte of the body. */
    public long bodyOffset() {
        return offset + headerSize;
    }

    /** Bytes of the body. */
    public long bodySize() {
        return size - headerSize;
    }

    /** Position of the first byte after the box. */
    public long end() {
        return offset + size;
    }
}
