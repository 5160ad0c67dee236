package atelier.processors.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the index of an MP4 or QuickTime file (ISO/IEC 14496-12, 8.2), before or behind its content, and reads the tables of some streams. */
final class MovieIndex {
    /** Of ten hours with four sounds it has about 15 MB. */
    private static final int LARGEST = 32 << 20;

    /** In a file of fragments there are more, and the index is scattered. */
    private static final int MOST_BOXES = 64;

    private static final int HEADER = 16;

    private MovieIndex() {}

    /**
     * The tables of streams, by their index.
     *
     * @throws OddIndexException where nothing may be made of them
     */
    static Map<Integer, SampleTable> read(FileChannel file, Set<Integer> streams)
            throws IOException, OddIndexException {
        ByteBuffer movie = movie(file);
        OddIndexException.require(MovieBoxes.find(movie, "mvex").isEmpty(), "it is written in fragments");
        long timescale = MovieBoxes.timescale(MovieBoxes.at(movie, "mvhd"));
        List<ByteBuffer> tracks = MovieBoxes.all(movie, "trak");
        Map<Integer, SampleTable> tables = new TreeMap<>();
        for (int stream : streams) {
            OddIndexException.require(stream < tracks.size(), "a stream is in no track");
            tables.put(stream, SampleTable.of(tracks.get(stream), timescale, file.size()));
        }
        return tables;
    }

    private static ByteBuffer movie(FileChannel file) throws IOException, OddIndexException {
        long at = 0;
        for (int boxes = 0; boxes < MOST_BOXES && at + HEADER <= file.size(); boxes++) {
            ByteBuffer header = part(file, at, HEADER);
            long said = Integer.toUnsignedLong(header.getInt(0));
            long size = said == 0 ? file.size() - at : said == 1 ? header.getLong(8) : said;
            int head = said == 1 ? HEADER : HEADER / 2;
            OddIndexException.require(size >= head && size <= file.size() - at, "a box ends behind the file");
            if (StandardCharsets.ISO_8859_1
                    .decode(header.slice(4, 4))
                    .toString()
                    .equals("moov")) {
                OddIndexException.require(size <= LARGEST, "the index is very large");
                return part(file, at + head, (int) size - head);
            }
            at += size;
        }
        throw new OddIndexException("there is no index");
    }

    private static ByteBuffer part(FileChannel file, long at, int size) throws IOException, OddIndexException {
        ByteBuffer part = ByteBuffer.allocate(size);
        while (part.hasRemaining()) {
            OddIndexException.require(file.read(part, at + part.position()) >= 0, "the file became shorter");
        }
        return part.flip();
    }
}
