package atelier.processors.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on what one FFmpeg writes to another, a few pictures ahead of what that has encoded. FFmpeg would take in sixteen, which of
 * 7680×3840 are 0.7 GB (decision 28).
 */
final class Pacer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Pacer.class);

    /** The one that is encoded, the next, and one on its way. */
    private static final int AHEAD = 3;

    /** More than the container spends on a picture. */
    private static final int OVERHEAD = 1024;

    private static final int BUFFER = 1 << 20;
    private static final long MILLI = 1_000_000;

    private final PicturePipe pipe;
    private final Duration patience;
    private long allowed;
    private long sent;

    /** @param patience after how long without a picture one more is let through: an encoder may want more to begin with */
    Pacer(PicturePipe pipe, Duration patience) {
        this.pipe = pipe;
        this.patience = patience;
        this.allowed = bytes(AHEAD);
    }

    /** Takes a line of {@code -progress} of the program that reads. */
    void hear(String line) {
        ProgressLine.parse(line)
                .filter(said -> said.key().equals("frame"))
                .flatMap(said -> number(said.value()))
                .ifPresent(frames -> allow(bytes(frames + AHEAD)));
    }

    /** Passes everything on, until the one has ended or the other does not read any more. */
    @Override
    public void run() {
        try (FileChannel in = FileChannel.open(pipe.in(), StandardOpenOption.READ);
                FileChannel out = FileChannel.open(pipe.out(), StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
            while (in.read(buffer.clear().limit(room())) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    sent += out.write(buffer);
                }
            }
        } catch (IOException e) {
            // Either program says itself why it ended.
            LOG.debug("{} is not passed on any more: {}", pipe.in(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until something may be sent; how much. */
    private synchronized int room() throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); sent >= allowed && left > 0; left = (end - System.nanoTime()) / MILLI) {
            wait(left);
        }
        if (sent >= allowed) {
            allowed = sent + bytes(1);
        }
        return (int) Math.min(BUFFER, allowed - sent);
    }

    private synchronized void allow(long most) {
        allowed = Math.max(allowed, most);
        notifyAll();
    }

    private long bytes(long pictures) {
        return pictures * (pipe.bytes() + OVERHEAD);
    }

    private static Optional<Long> number(String value) {
        return value.matches("\\d{1,9}") ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }
}
