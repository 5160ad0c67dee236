package atelier.processors.mp4;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/** Reads {@code traf}: ISO/IEC 14496-12, 8.8.6 to 8.8.12. */
final class TrackFragmentReader {
    private static final Set<String> READ = Set.of("tfhd", "tfdt", "trun");

    private final BoxHeader moof;
    private final BoxHeader mdat;
    private final InitSegment init;

    TrackFragmentReader(BoxHeader moof, BoxHeader mdat, InitSegment init) {
        this.moof = moof;
        this.mdat = mdat;
        this.init = init;
    }

    Box.Container onlyTrack(Box.Container box) {
        long tracks = box.children().stream()
                .filter(child -> child.type().equals("traf"))
                .count();
        if (tracks != 1) {
            throw Mp4Exception.unsupported("The fragment at byte %d has %d tracks", moof.offset(), tracks);
        }
        return box.container("traf");
    }

    List<Sample> samples(Box.Container track) {
        try {
            return read(track);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Mp4Exception.malformed("The fragment at byte %d has a box shorter than its fields", moof.offset());
        }
    }

    private List<Sample> read(Box.Container track) {
        track.children().forEach(this::checkKnown);
        TrackFragmentHeader header = TrackFragmentHeader.of(track.leaf("tfhd"), moof.offset(), init.defaults());
        if (header.trackId() != init.trackId()) {
            throw Mp4Exception.malformed(
                    "The fragment at byte %d is of track %d, not %d", moof.offset(), header.trackId(), init.trackId());
        }
        TrackRunReader runs = new TrackRunReader(header, decodeTime(track.leaf("tfdt")));
        for (Box child : track.children()) {
            if (child instanceof Box.Leaf leaf && leaf.type().equals("trun")) {
                runs.add(leaf);
            }
        }
        runs.samples().forEach(this::check);
        if (runs.samples().isEmpty()) {
            throw Mp4Exception.malformed("The fragment at byte %d has no samples", moof.offset());
        }
        return runs.samples();
    }

    /** Anything else (encryption, for one) would be wrong after a rewrite. */
    private void checkKnown(Box child) {
        if (!READ.contains(child.type())) {
            throw Mp4Exception.unsupported("The fragment at byte %d has a %s box", moof.offset(), child.type());
        }
    }

    private void check(Sample sample) {
        if (sample.offset() < mdat.bodyOffset() || sample.offset() + sample.size() > mdat.end()) {
            throw Mp4Exception.malformed(
                    "The fragment at byte %d has a sample outside of its media data", moof.offset());
        }
    }

    /** Read as signed: FFmpeg writes times before 0 as they are. */
    private static long decodeTime(Box.Leaf tfdt) {
        ByteBuffer body = tfdt.reader().position(4);
        return tfdt.version() == 1 ? body.getLong() : Integer.toUnsignedLong(body.getInt());
    }
}
