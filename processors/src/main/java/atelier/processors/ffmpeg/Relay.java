package atelier.processors.ffmpeg;

import atelier.processors.ffmpeg.ProgramException.Cause;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs two calls at once, of which one reads the pictures that the other writes: neither has to hold what the other does. The end of one
 * is the end of both.
 */
public final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** What FFmpeg says when nobody reads its pipe any more: not why both ended. */
    private static final String UNREAD = "Broken pipe";

    /** The exit code of a program that such a signal has ended. */
    private static final int SIGPIPE = 128 + 13;

    /** How long a writer may take to notice that nobody reads. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long LOOK_MILLIS = 50;

    private final Programs programs;
    private final Duration pace;

    public Relay(Programs programs) {
        this(programs, Duration.ofSeconds(20));
    }

    /** @param pace after how long without a picture the reader gets one more */
    Relay(Programs programs, Duration pace) {
        this.programs = programs;
        this.pace = pace;
    }

    /**
     * Runs both and waits for both.
     *
     * @param pipe by which both know it; made here, and gone afterwards
     * @param limits of each
     * @param output gets the lines of the one that reads, which has {@code -progress pipe:1}
     * @return how both went: their CPU time together
     * @throws ProgramException if one failed; of the one that failed first
     * @throws IOException if no pipe could be made
     */
    public Outcome run(Command writer, Command reader, PicturePipe pipe, Limits limits, Consumer<String> output)
            throws IOException {
        try (NamedPipe in = NamedPipe.make(pipe.in());
                NamedPipe out = NamedPipe.make(pipe.out())) {
            Pacer pacer = new Pacer(pipe, pace);
            Passing passing = new Passing(in, out, new Thread(pacer, "passing-pictures"));
            FutureTask<Outcome> writing = new FutureTask<>(() -> programs.run(writer, limits, line -> {}));
            Thread thread = new Thread(() -> write(writing, passing), "writing-pictures");
            passing.thread().start();
            thread.start();
            try {
                Consumer<String> paced = line -> pacer.hear(line);
                return both(writing, read(reader, limits, paced.andThen(output), writing, passing));
            } finally {
                writing.cancel(true);
                passing.stop();
                Uninterrupted.run(thread::join);
            }
        }
    }

    /** Between the two programs. Opening either pipe waits for a program that may never come. */
    private record Passing(NamedPipe in, NamedPipe out, Thread thread) {

        /** Waits for what a writer that has ended left behind, even if it never began. */
        void finish() throws InterruptedException {
            while (thread.isAlive()) {
                in.letGo();
                thread.join(LOOK_MILLIS);
            }
        }

        void stop() {
            Uninterrupted.run(() -> {
                while (thread.isAlive()) {
                    thread.interrupt();
                    in.letGo();
                    out.letGo();
                    thread.join(LOOK_MILLIS);
                }
            });
        }
    }

    private static void write(FutureTask<Outcome> writing, Passing passing) {
        writing.run();
        try {
            passing.finish();
        } catch (InterruptedException e) {
            // It was cancelled: whoever did that ends the rest as well.
            Thread.currentThread().interrupt();
        }
    }

    private Outcome read(
            Command reader, Limits limits, Consumer<String> output, FutureTask<Outcome> writing, Passing passing) {
        try {
            return programs.run(reader, limits, output);
        } catch (ProgramException e) {
            throw e.cause() == Cause.FAILED ? first(writing, passing, e) : e;
        }
    }

    /** What a reader lacks is its writer's fault; that nobody reads is not. */
    private static ProgramException first(FutureTask<Outcome> writing, Passing passing, ProgramException reader) {
        passing.stop();
        try {
            writing.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProgramException writer && !isUnread(writer)) {
                writer.addSuppressed(reader);
                return writer;
            }
        } catch (TimeoutException e) {
            LOG.debug("What nobody reads any more is still written, and is stopped.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reader;
    }

    private static boolean isUnread(ProgramException writer) {
        return writer.exitCode() == SIGPIPE || writer.lastErrorLines().stream().anyMatch(line -> line.contains(UNREAD));
    }

    private static Outcome both(FutureTask<Outcome> writing, Outcome read) {
        Outcome written = outcome(writing);
        return new Outcome(
                read.wall(),
                written.cpu().plus(read.cpu()),
                Stream.concat(written.lastErrorLines().stream(), read.lastErrorLines().stream())
                        .toList());
    }

    private static Outcome outcome(FutureTask<Outcome> writing) {
        try {
            return writing.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProgramException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted between the ends of two programs.", e);
        }
    }
}
