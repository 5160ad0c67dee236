package atelier.processors.index;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What of a track is presented (ISO/IEC 14496-12, 8.6.6): one part of it, behind a pause or not.
 *
 * @param from in the track's own time
 * @param until exclusive
 */
record EditedPart(long from, long until) {
    private static final EditedPart ALL = new EditedPart(0, Long.MAX_VALUE);
    private static final int NORMAL_SPEED = 1 << 16;

    static EditedPart of(ByteBuffer track, long timescale, long movieTimescale) throws OddIndexException {
        Optional<ByteBuffer> edits = MovieBoxes.find(track, "edts");
        if (edits.isEmpty()) {
            return ALL;
        }
        ByteBuffer list = MovieBoxes.at(edits.get(), "elst");
        OddIndexException.require(list.limit() >= 8, "a table ends in its head");
        boolean isLong = list.get(0) == 1;
        ByteBuffer entries = MovieBoxes.entries(list, isLong ? 20 : 12);
        EditedPart part = read(entries, isLong, timescale, movieTimescale);
        if (part.from() == -1 && entries.hasRemaining()) {
            part = read(entries, isLong, timescale, movieTimescale);
        }
        OddIndexException.require(part.from() >= 0 && !entries.hasRemaining(), "the edit list has several parts");
        return part;
    }

    /** A pause has the beginning −1. */
    private static EditedPart read(ByteBuffer entries, boolean isLong, long timescale, long movieTimescale)
            throws OddIndexException {
        OddIndexException.require(entries.hasRemaining(), "the edit list is empty");
        long duration = isLong ? entries.getLong() : Integer.toUnsignedLong(entries.getInt());
        long from = isLong ? entries.getLong() : entries.getInt();
        OddIndexException.require(entries.getInt() == NORMAL_SPEED, "the edit list changes the speed");
        boolean possible = duration > 0 && duration < Long.MAX_VALUE / 2 / timescale && from < Long.MAX_VALUE / 4;
        OddIndexException.require(possible, "the edit list lasts no time, or for ever");
        // As FFmpeg's av_rescale rounds.
        return new EditedPart(from, from + (duration * timescale + movieTimescale / 2) / movieTimescale);
    }
}
