package atelier.processors.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A program's standard output, read on a thread of its own and handed over line by line. Little is held: a program that
 * writes faster than its lines are taken has to wait.
 */
final class OutputLines implements Runnable {
    private static final int BATCHES_HELD = 16;

    /** Stands for the end of the stream; a batch has at least one line. */
    private static final List<String> END = List.of();

    private final InputStream stream;
    private final BlockingQueue<List<String>> batches = new ArrayBlockingQueue<>(BATCHES_HELD);
    private final Deque<String> taken = new ArrayDeque<>();
    private volatile boolean discarding;
    private boolean finished;

    OutputLines(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public void run() {
        try {
            Lines.read(stream, this::hand);
        } catch (IOException e) {
            // The pipe breaks when the program is killed: its exit code tells the story.
        } finally {
            hand(END);
        }
    }

    /** Waits for the next line. Nothing came in time, or the end was reached: empty. */
    Optional<String> next(Duration wait) throws InterruptedException {
        if (taken.isEmpty() && !finished) {
            Optional<List<String>> batch = Optional.ofNullable(batches.poll(wait.toNanos(), TimeUnit.NANOSECONDS));
            finished = batch.filter(List::isEmpty).isPresent();
            batch.ifPresent(taken::addAll);
        }
        return Optional.ofNullable(taken.poll());
    }

    /** Whether the last line was taken. */
    boolean finished() {
        return finished;
    }

    /** Lets the program write on unheard, so that a full pipe does not keep it from ending. */
    void discard() {
        discarding = true;
        batches.clear();
    }

    private void hand(List<String> batch) {
        try {
            while (!discarding && !batches.offer(batch, 100, TimeUnit.MILLISECONDS)) {
                // Tries again: discarding may have been asked for meanwhile.
            }
        } catch (InterruptedException e) {
            discarding = true;
        }
    }
}
