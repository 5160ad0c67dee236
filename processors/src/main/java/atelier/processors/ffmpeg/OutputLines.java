package atelier.processors.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A program's standard output, read on a thread of its own and handed over line by line. Few lines are held: a program
 * that writes faster than its lines are taken has to wait.
 */
final class OutputLines implements Runnable {
    private static final int HELD = 1024;

    private final InputStream stream;
    private final BlockingQueue<Optional<String>> lines = new ArrayBlockingQueue<>(HELD);
    private volatile boolean discarding;
    private volatile boolean finished;

    OutputLines(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public void run() {
        try {
            Lines.read(stream, line -> hand(Optional.of(line)));
        } catch (IOException e) {
            // The pipe breaks when the program is killed: its exit code tells the story.
        } finally {
            hand(Optional.empty());
        }
    }

    /** Waits for the next line. Nothing came in time, or the end was reached: empty. */
    Optional<String> next(Duration wait) throws InterruptedException {
        Optional<String> line = lines.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (line != null && line.isEmpty()) {
            finished = true;
        }
        return line == null ? Optional.empty() : line;
    }

    /** Whether the last line was taken. */
    boolean finished() {
        return finished;
    }

    /** Lets the program write on unheard, so that a full pipe does not keep it from ending. */
    void discard() {
        discarding = true;
        lines.clear();
    }

    private void hand(Optional<String> line) {
        try {
            while (!discarding && !lines.offer(line, 100, TimeUnit.MILLISECONDS)) {
                // Tries again: discarding may have been asked for meanwhile.
            }
        } catch (InterruptedException e) {
            discarding = true;
        }
    }
}
