package atelier.processors.spherical;

import atelier.processors.mp4.BoxHeader;
import atelier.processors.mp4.BoxReader;
import atelier.processors.mp4.Mp4Exception;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a delivered MP4 or QuickTime file says of a sphere, to be seen or heard, which FFmpeg understands in part. Walks by the boxes' headers and
 * reads sample entries: some kilobytes of a file of any size.
 */
public final class SourceBoxes {
    /** A delivered file has not more boxes in a row. */
    private static final int MOST_IN_A_ROW = 10_000;

    /** Colours, sizes and a decoder's configuration are some hundred bytes. */
    private static final int LARGEST_ENTRY = 1 << 20;

    /** What a visual sample entry has before its boxes, behind size and type: ISO/IEC 14496-12, 12.1.3. */
    private static final int OF_PICTURES = 78;

    /** The same of sound, 12.2.3. */
    private static final int OF_SOUND = 28;

    /** What QuickTime's first and second version of it have more, by the version. */
    private static final List<Integer> MORE = List.of(0, 16, 36);

    private static final int VERSION = 8;

    private static final int BEFORE_HANDLER = 8;
    private static final int BEFORE_ENTRIES = 8;

    private final FileChannel file;
    private final BoxReader boxes;

    private SourceBoxes(FileChannel file) {
        this.file = file;
        this.boxes = new BoxReader(file);
    }

    /** What it tells of its first pictures; nothing where it is no such file, or damaged before that. */
    public static Told read(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            return new SourceBoxes(file).told();
        } catch (Mp4Exception e) {
            return new Told(Optional.empty(), Optional.empty(), Pose.UPRIGHT, List.of());
        }
    }

    /** What it tells of each of its sounds, in its order; nothing where it is no such file, or damaged before that. */
    public static List<Optional<Ambisonics>> sounds(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            return new SourceBoxes(file)
                    .entries("soun").stream().map(SourceBoxes::ambisonics).toList();
        } catch (Mp4Exception e) {
            return List.of();
        }
    }

    private static Optional<Ambisonics> ambisonics(ByteBuffer entry) {
        int version = entry.remaining() < OF_SOUND ? 0 : entry.getShort(VERSION);
        int head = OF_SOUND + (version >= 0 && version < MORE.size() ? MORE.get(version) : 0);
        return within(entry, head).find(Ambisonics.BOX).flatMap(Ambisonics::read);
    }

    private Told told() throws IOException {
        ByteBuffer first = entries("vide").stream().findFirst().orElseGet(() -> ByteBuffer.allocate(0));
        return new BoxReading().read(within(first, OF_PICTURES));
    }

    private static Parts within(ByteBuffer entry, int head) {
        return Parts.of(entry.position(Math.min(head, entry.limit())).slice());
    }

    /** The sample entries of tracks of that kind, behind size and type, in the file's order; empty ones of what cannot be read. */
    private List<ByteBuffer> entries(String handler) throws IOException {
        Optional<BoxHeader> movie = child(0, file.size(), "moov");
        List<ByteBuffer> entries = new ArrayList<>();
        if (movie.isPresent()) {
            for (BoxHeader track :
                    children(movie.get().bodyOffset(), movie.get().end())) {
                Optional<BoxHeader> media = track.type().equals("trak") ? child(track, "mdia") : Optional.empty();
                if (media.isPresent() && isOf(handler, media.get())) {
                    entries.add(entry(media.get()).orElseGet(() -> ByteBuffer.allocate(0)));
                }
            }
        }
        return entries;
    }

    private boolean isOf(String kind, BoxHeader media) throws IOException {
        Optional<BoxHeader> handler = child(media, "hdlr");
        return handler.isPresent()
                && new String(read(handler.get().bodyOffset() + BEFORE_HANDLER, 4)
                                .array())
                        .equals(kind);
    }

    private Optional<ByteBuffer> entry(BoxHeader media) throws IOException {
        Optional<BoxHeader> descriptions = Optional.of(media);
        for (String type : List.of("minf", "stbl", "stsd")) {
            descriptions = descriptions.isPresent() ? child(descriptions.get(), type) : descriptions;
        }
        Optional<BoxHeader> first = descriptions.isPresent()
                ? boxes.header(descriptions.get().bodyOffset() + BEFORE_ENTRIES)
                : Optional.empty();
        if (first.isEmpty() || first.get().size() > LARGEST_ENTRY) {
            return Optional.empty();
        }
        return Optional.of(read(first.get().bodyOffset(), (int) first.get().bodySize()));
    }

    private Optional<BoxHeader> child(BoxHeader parent, String type) throws IOException {
        return child(parent.bodyOffset(), parent.end(), type);
    }

    private Optional<BoxHeader> child(long from, long end, String type) throws IOException {
        return children(from, end).stream()
                .filter(box -> box.type().equals(type))
                .findFirst();
    }

    private List<BoxHeader> children(long from, long end) throws IOException {
        List<BoxHeader> found = new ArrayList<>();
        Optional<BoxHeader> next = boxes.header(from);
        while (next.isPresent() && next.get().end() <= end && found.size() < MOST_IN_A_ROW) {
            found.add(next.get());
            next = boxes.header(next.get().end());
        }
        return found;
    }

    private ByteBuffer read(long offset, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, offset + bytes.position());
        }
        return bytes.flip();
    }
}
