package atelier.processors.sources;

import atelier.processors.store.SourceBucket.Piece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Where an MP4 or QuickTime file (ISO/IEC 14496-12) has what is no media data: its index may stand before or behind that. */
final class TopBoxes {
    private static final int HEADER = 16;
    private static final String MEDIA = "mdat";
    private static final String FIRST = "ftyp,moov,mdat,free,skip,wide,pnot,uuid";

    /** In a file of fragments the index is scattered: there is no use in knowing where. */
    private static final int MOST = 64;

    private TopBoxes() {}

    /** Nothing where it is another container, or one of many fragments. */
    static List<Piece> of(Path file) throws IOException {
        List<Piece> found = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = 0;
            while (at + HEADER / 2 <= channel.size() && found.size() <= MOST) {
                ByteBuffer header = header(channel, at);
                String type =
                        StandardCharsets.ISO_8859_1.decode(header.slice(4, 4)).toString();
                if (at == 0 && !FIRST.contains(type)) {
                    return List.of();
                }
                long end = end(header, at, channel.size());
                found.add(new Piece(at, type.equals(MEDIA) ? at + HEADER : end));
                at = end;
            }
        }
        return found.size() > MOST ? List.of() : found;
    }

    private static ByteBuffer header(FileChannel channel, long at) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        while (header.hasRemaining() && channel.read(header, at + header.position()) >= 0) {
            // A read may give less than was asked for.
        }
        return header.rewind();
    }

    private static long end(ByteBuffer header, long at, long size) {
        long small = Integer.toUnsignedLong(header.getInt(0));
        long length = small == 1 ? header.getLong(8) : small;
        boolean possible = length >= HEADER / 2 && length <= size - at;
        return possible ? at + length : size;
    }
}
