package atelier.processors.mp4;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 of a stored file, with the decode times ({@code tfdt}, ISO/IEC 14496-12) of its fragments taken as 0: the same
 * for a segment and for every copy of it that {@link Retimer} moved. Any other file has its plain SHA-256, and a damaged one
 * some other hash: nothing that is read here is an error.
 */
public final class SegmentHash {
    private static final int HEADER = 8;
    private static final int FULL_BOX = 4;
    private static final int PIECE = 1 << 16;

    private final InputStream content;
    private final MessageDigest digest = Sha256.digest();

    private SegmentHash(InputStream content) {
        this.content = content;
    }

    /** The hash of a file. */
    public static String of(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read to be hashed.", e);
        }
    }

    /** The hash of what a stream holds, read to its end; it stays the caller's to close. */
    public static String of(InputStream content) throws IOException {
        return new SegmentHash(content).read();
    }

    private String read() throws IOException {
        byte[] header = content.readNBytes(HEADER);
        while (header.length == HEADER) {
            box(header);
            header = content.readNBytes(HEADER);
        }
        digest.update(header);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What claims a size that cannot be is passed over by its header: how that is read makes no difference, if it is the same. */
    private void box(byte[] header) throws IOException {
        long body = Integer.toUnsignedLong(ByteBuffer.wrap(header).getInt()) - HEADER;
        boolean described = body > 0 && body <= BoxReader.LARGEST_WHOLE_BOX && is(header, 0, "moof");
        if (described) {
            byte[] moof = content.readNBytes((int) body);
            zeroTimes(moof, 0, moof.length);
            digest.update(header);
            digest.update(moof);
        } else {
            digest.update(header);
            pass(body);
        }
    }

    private void pass(long count) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = count;
        while (left > 0) {
            int read = content.read(piece, 0, (int) Math.min(left, piece.length));
            if (read < 0) {
                return;
            }
            digest.update(piece, 0, read);
            left -= read;
        }
    }

    private static void zeroTimes(byte[] bytes, int from, int to) {
        int offset = from;
        while (offset + HEADER <= to) {
            long size = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(offset));
            if (size < HEADER || size > to - offset) {
                return;
            }
            int end = offset + (int) size;
            if (is(bytes, offset, "traf")) {
                zeroTimes(bytes, offset + HEADER, end);
            } else if (is(bytes, offset, "tfdt")) {
                Arrays.fill(bytes, Math.min(offset + HEADER + FULL_BOX, end), end, (byte) 0);
            }
            offset = end;
        }
    }

    private static boolean is(byte[] bytes, int offset, String type) {
        return BoxReader.type(ByteBuffer.wrap(bytes, offset + 4, 4)).equals(type);
    }
}
