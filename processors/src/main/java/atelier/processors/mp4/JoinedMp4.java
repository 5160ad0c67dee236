package atelier.processors.mp4;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * A whole rendition as one MP4 file that exists nowhere: a head with all tracks, then the stored segments, untouched,
 * interleaved by time. The same segments always give the same bytes. Any part of it can be written in constant memory.
 */
public final class JoinedMp4 {
    private static final int COPIED_AT_ONCE = 1 << 16;

    /** A run of the file's bytes. */
    private record Part(long offset, long size, ByteSource bytes) {
        long end() {
            return offset + size;
        }
    }

    private final List<Part> parts = new ArrayList<>();

    private JoinedMp4(byte[] head, List<StoredSegment> segments) {
        parts.add(new Part(0, head.length, offset -> {
            InputStream stream = new ByteArrayInputStream(head);
            stream.skipNBytes(offset);
            return stream;
        }));
        segments.forEach(segment -> parts.add(new Part(size(), segment.size(), segment.bytes())));
    }

    /**
     * Joins tracks. The first one leads: pictures before sound.
     *
     * @param tracks with different track ids
     */
    public static JoinedMp4 of(List<JoinedTrack> tracks) {
        Set<Integer> ids = new HashSet<>();
        tracks.forEach(track -> ids.add(track.init().trackId()));
        if (tracks.isEmpty() || ids.size() < tracks.size()) {
            throw new IllegalArgumentException("Tracks to join have different ids, not " + ids);
        }
        Interleaving order = Interleaving.of(tracks);
        return new JoinedMp4(JoinedHead.of(tracks, order), order.segments());
    }

    /** Bytes of the whole file. */
    public long size() {
        return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).end();
    }

    /** SHA-256 of the whole file, in lower-case hexadecimal. Reads all of it. */
    public String sha256() throws IOException {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            writeTo(out, 0, size());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Writes some of the file's bytes. Opens only the segments that they are in, one at a time.
     *
     * @param out not closed
     * @param from first byte
     * @param to behind the last byte
     * @throws EOFException if a stored segment is shorter than it was said to be
     */
    public void writeTo(OutputStream out, long from, long to) throws IOException {
        if (from < 0 || to > size() || from > to) {
            throw new IllegalArgumentException("No bytes " + from + " to " + to + " in a file of " + size());
        }
        byte[] buffer = new byte[COPIED_AT_ONCE];
        for (int at = partWith(from); at < parts.size() && parts.get(at).offset() < to; at++) {
            Part part = parts.get(at);
            long start = Math.max(from, part.offset());
            copy(part, start - part.offset(), Math.min(to, part.end()) - start, buffer, out);
        }
    }

    private int partWith(long offset) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).offset() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static void copy(Part part, long from, long count, byte[] buffer, OutputStream out) throws IOException {
        if (count == 0) {
            return;
        }
        try (InputStream in = part.bytes().open(from)) {
            long left = count;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException("A stored segment has " + (from + count - left)
                            + " bytes where " + part.size() + " were recorded. The joined file cannot be sent."
                            + " Have the chunk encoded again.");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
