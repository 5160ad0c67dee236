package atelier.processors.content;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads a file once, from its beginning to its end, for its own hash and for the hashes of parts of it: what of a part comes
 * next in the file is read once for both. Other parts are read where they are; no more than a buffer is ever held.
 */
public final class FilePass implements Closeable {
    private static final int BUFFER_BYTES = 1 << 18;

    /** What lies between one part and the next, as containers write them, is read on the way. */
    private static final long MOST_BETWEEN = 1 << 16;

    private final Path file;
    private final Optional<FileState> before;
    private final FileChannel channel;
    private final long bytes;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final MessageDigest whole = ContentHash.newDigest();
    private final MessageDigest part = ContentHash.newDigest();
    private long reached;

    public FilePass(Path file) throws IOException {
        this.file = file;
        before = FileState.of(file);
        channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        bytes = channel.size();
    }

    /** Whether a part lies in the file. */
    public boolean holds(long start, long size) {
        return start >= 0 && size >= 0 && start <= bytes && size <= bytes - start;
    }

    /** A few bytes of the file, fewer at its end. */
    public ByteBuffer look(long start, int most) throws IOException {
        ByteBuffer found = ByteBuffer.allocate((int) Math.min(most, bytes - start));
        while (found.hasRemaining()) {
            readSome(found, start + found.position());
        }
        return found.flip();
    }

    /**
     * The SHA-256 of a part. The pass comes along: up to the part's end where it comes next, else some way towards it, so
     * that parts written far apart do not make it run ahead of those who wait for the first of them.
     *
     * @throws FileChangedException if the file became shorter meanwhile
     */
    public byte[] sha256(long start, long size) throws IOException {
        boolean along = isNext(start);
        digest(start, size, along);
        if (!along) {
            follow(start, size);
        }
        return part.digest();
    }

    /** A part itself; the pass comes along as with {@link #sha256}. */
    public byte[] part(long start, int size) throws IOException {
        boolean along = isNext(start);
        byte[] data = new byte[size];
        look(start, size).get(data);
        if (along) {
            whole.update(data);
            reached += size;
        } else {
            follow(start, size);
        }
        return data;
    }

    /** Whether a part comes next: then the pass has reached it. */
    private boolean isNext(long start) throws IOException {
        boolean next = start >= reached && start - reached <= MOST_BETWEEN;
        if (next) {
            advance(start);
        }
        return next;
    }

    private void follow(long start, long size) throws IOException {
        advance(Math.min(start, reached + 2 * size + 4096));
    }

    /** Hashes the file up to there, or to its end, unless that has been done. */
    public void advance(long position) throws IOException {
        long end = Math.min(position, bytes);
        while (reached < end) {
            ByteBuffer read = read(reached, end - reached);
            whole.update(read.array(), 0, read.limit());
            reached += read.limit();
        }
    }

    /**
     * Reads to the end.
     *
     * @return the hash of the whole file
     * @throws FileChangedException if it changed since the beginning
     */
    public ContentHash finish() throws IOException {
        advance(bytes);
        if (before.isEmpty()
                || before.get().bytes() != bytes
                || !FileState.of(file).equals(before)) {
            throw new FileChangedException(file);
        }
        return new ContentHash(HexFormat.of().formatHex(whole.digest()), bytes);
    }

    private void digest(long start, long size, boolean along) throws IOException {
        long done = 0;
        while (done < size) {
            ByteBuffer read = read(start + done, size - done);
            part.update(read.array(), 0, read.limit());
            if (along) {
                whole.update(read.array(), 0, read.limit());
                reached += read.limit();
            }
            done += read.limit();
        }
    }

    private ByteBuffer read(long position, long most) throws IOException {
        buffer.clear().limit((int) Math.min(buffer.capacity(), most));
        readSome(buffer, position);
        return buffer.flip();
    }

    private void readSome(ByteBuffer target, long position) throws IOException {
        if (channel.read(target, position) < 0) {
            throw new FileChangedException(file);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
