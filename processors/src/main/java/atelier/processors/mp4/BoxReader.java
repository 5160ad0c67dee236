package atelier.processors.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads box headers and small boxes from a file that may still be growing. Leaves the channel's position alone. */
public final class BoxReader {
    /** No box that is read whole (moov, moof) is larger; more is an attack or not ours. */
    static final int LARGEST_WHOLE_BOX = 16 << 20;

    private final FileChannel file;

    /** The channel stays the caller's to close. */
    public BoxReader(FileChannel file) {
        this.file = file;
    }

    /**
     * The header of the box at {@code offset}, or nothing if its header is not all there yet. The box itself may reach
     * beyond the end of the file. A size of 0 (to the end of the file, or not yet written) counts as not there yet.
     *
     * @throws Mp4Exception if the size cannot be right
     */
    public Optional<BoxHeader> header(long offset) throws IOException {
        ByteBuffer start = read(offset, 16);
        if (start.remaining() < 8) {
            return Optional.empty();
        }
        long size = Integer.toUnsignedLong(start.getInt());
        String type = type(start);
        int headerSize = size == 1 ? 16 : 8;
        if (size == 1) {
            if (start.remaining() < 8) {
                return Optional.empty();
            }
            size = start.getLong();
        }
        return size == 0 ? Optional.empty() : Optional.of(checked(new BoxHeader(type, offset, headerSize, size)));
    }

    /** The whole box at {@code header} with everything in it. */
    public Box box(BoxHeader header) throws IOException {
        return Box.parse(bytes(header)).get(0);
    }

    /** The bytes of the box at {@code header}, its header included. */
    byte[] bytes(BoxHeader header) throws IOException {
        return bytes(header.offset(), header.size(), header.type());
    }

    byte[] bytes(long offset, long size, String type) throws IOException {
        if (size > LARGEST_WHOLE_BOX) {
            throw Mp4Exception.malformed("The %s box claims %d bytes, more than any real one", type, size);
        }
        ByteBuffer bytes = read(offset, (int) size);
        if (bytes.remaining() < size) {
            throw Mp4Exception.malformed("The %s box at byte %d ends after the end of the file", type, offset);
        }
        return bytes.array();
    }

    private ByteBuffer read(long offset, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(size, file.size() - offset)));
        while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) >= 0) {
            // A read may give less than was asked for.
        }
        return bytes.flip();
    }

    static String type(ByteBuffer bytes) {
        byte[] type = new byte[4];
        bytes.get(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    private static BoxHeader checked(BoxHeader box) {
        if (box.size() < box.headerSize() || box.end() < 0) {
            throw Mp4Exception.malformed("The box at byte %d claims a size of %d bytes", box.offset(), box.size());
        }
        return box;
    }
}
