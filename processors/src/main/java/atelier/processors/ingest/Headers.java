package atelier.processors.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads small pieces anywhere in a file. What lies beyond its end reads as absent, never as an error. */
final class Headers implements Closeable {
    private final FileChannel channel;
    private final long size;

    private Headers(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    static Headers open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            return new Headers(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The file's size when it was opened. */
    long size() {
        return size;
    }

    /** Up to {@code count} bytes from {@code position}, big-endian; fewer at the file's end. */
    ByteBuffer read(long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(count, size - position)));
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // a read may give less than was asked for
        }
        return buffer.flip();
    }

    boolean startsWith(long position, int... bytes) throws IOException {
        ByteBuffer found = read(position, bytes.length);
        if (found.remaining() < bytes.length) {
            return false;
        }
        for (int expected : bytes) {
            if ((found.get() & 0xFF) != expected) {
                return false;
            }
        }
        return true;
    }

    String text(long position, int count) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(read(position, count)).toString();
    }

    /** Whether there is at least one byte here, and it and all that follow (at most {@code count}) are zero. */
    boolean isZero(long position, int count) throws IOException {
        ByteBuffer bytes = read(position, count);
        boolean any = bytes.hasRemaining();
        while (bytes.hasRemaining()) {
            if (bytes.get() != 0) {
                return false;
            }
        }
        return any;
    }

    /**
     * Whether a piece of content ends in a long run of zeros. Content hardly ever does; space that a copy has reserved and not
     * yet filled does.
     */
    boolean endsHollow(long start, long end) throws IOException {
        long looked = Math.min(4096, end - start);
        return looked >= 64 && isZero(end - looked, (int) looked);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
