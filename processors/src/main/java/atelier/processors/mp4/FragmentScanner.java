package atelier.processors.mp4;

import java.io.IOException;
import java.util.Optional;

/**
 * Walks the top-level boxes of a file up to a given size: first to its init segment, then from fragment to fragment.
 */
final class FragmentScanner {
    private final BoxReader reader;
    private long position;
    private Optional<InitSegment> init = Optional.empty();

    FragmentScanner(BoxReader reader) {
        this.reader = reader;
    }

    Optional<InitSegment> init() {
        return init;
    }

    long position() {
        return position;
    }

    /** Walks to the end of the init segment, if all of it is below {@code size}. */
    void readInit(long size) throws IOException {
        while (init.isEmpty()) {
            Optional<BoxHeader> box = whole(position, size);
            if (box.isEmpty()) {
                return;
            }
            switch (box.get().type()) {
                case "moov" ->
                    init = Optional.of(
                            InitSegment.read(reader.bytes(0, box.get().end(), "moov")));
                case "moof", "mdat" -> throw Mp4Exception.unsupported("The file has media data before its moov box");
                default -> {
                    // ftyp is read with the moov; free, skip and unknown boxes are nothing to us.
                }
            }
            position = box.get().end();
        }
    }

    /** The next fragment, if all of it is below {@code size}; the position then stands behind it. */
    Optional<MovieFragment> next(long size) throws IOException {
        readInit(size);
        Optional<BoxHeader> box = init.isEmpty() ? Optional.empty() : whole(position, size);
        while (box.isPresent() && !box.get().type().equals("moof")) {
            if (box.get().type().equals("mdat")) {
                throw Mp4Exception.malformed("There is media data without a moof box at byte %d", position);
            }
            position = box.get().end();
            box = whole(position, size);
        }
        return box.isPresent() ? fragment(box.get(), size) : Optional.empty();
    }

    private Optional<MovieFragment> fragment(BoxHeader moof, long size) throws IOException {
        Optional<BoxHeader> next = whole(moof.end(), size);
        while (next.isPresent() && !next.get().type().equals("mdat")) {
            if (next.get().type().equals("moof")) {
                throw Mp4Exception.malformed("The moof box at byte %d has no media data", moof.offset());
            }
            next = whole(next.get().end(), size);
        }
        if (next.isEmpty()) {
            return Optional.empty();
        }
        position = next.get().end();
        return Optional.of(MovieFragment.read(reader, moof, next.get(), init.orElseThrow()));
    }

    private Optional<BoxHeader> whole(long offset, long size) throws IOException {
        return reader.header(offset).filter(box -> box.end() <= size);
    }
}
