package atelier.processors.ffmpeg;

import atelier.processors.ffmpeg.ProgramException.Cause;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs two calls at once, of which one reads what the other writes, through a pipe in their scratch folder: neither has to hold what the
 * other does. The end of one is the end of both.
 */
public final class Relay {
    /** What FFmpeg says when nobody reads its pipe any more: not why both ended. */
    private static final String UNREAD = "Broken pipe";

    /** The exit code of a program that such a signal has ended. */
    private static final int SIGPIPE = 128 + 13;

    /** How long a writer may take to notice that nobody reads. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Programs programs;

    public Relay(Programs programs) {
        this.programs = programs;
    }

    /**
     * Runs both and waits for both.
     *
     * @param pipe the file by which both know it; made here, and gone afterwards
     * @param limits of each
     * @param output gets the lines of the one that reads
     * @return how both went: their CPU time together
     * @throws ProgramException if one failed; of the one that failed first
     * @throws IOException if no pipe could be made
     */
    public Outcome run(Command writer, Command reader, Path pipe, Limits limits, Consumer<String> output)
            throws IOException {
        make(pipe);
        CountDownLatch over = new CountDownLatch(1);
        FutureTask<Outcome> writing = new FutureTask<>(() -> programs.run(writer, limits, line -> {}));
        Thread thread = new Thread(() -> write(writing, pipe, over), "writing-" + pipe.getFileName());
        thread.start();
        try {
            Outcome read = read(reader, limits, output, writing, pipe);
            return both(outcome(writing), read);
        } finally {
            over.countDown();
            writing.cancel(true);
            Uninterrupted.run(thread::join);
            Files.deleteIfExists(pipe);
        }
    }

    private Outcome read(
            Command reader, Limits limits, Consumer<String> output, FutureTask<Outcome> writing, Path pipe) {
        try {
            return programs.run(reader, limits, output);
        } catch (ProgramException e) {
            throw first(writing, pipe, e);
        }
    }

    /** A writer that failed at once leaves a reader behind that waits for the pipe's other end. */
    private static void write(FutureTask<Outcome> writing, Path pipe, CountDownLatch over) {
        writing.run();
        try {
            do {
                letGo(pipe);
            } while (!over.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            // It was cancelled, which is the end.
            Thread.currentThread().interrupt();
        }
    }

    /** Who waits for the other end of a pipe goes on, and finds nothing there: no bytes, or nobody who reads. */
    private static void letGo(Path pipe) {
        try {
            FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE)
                    .close();
        } catch (IOException e) {
            LOG.debug("{} is gone: {}", pipe, e.toString());
        }
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

    /** What a reader lacks is its writer's fault; that nobody reads is not. */
    private static ProgramException first(FutureTask<Outcome> writing, Path pipe, ProgramException reader) {
        if (reader.cause() != Cause.FAILED) {
            return reader;
        }
        try {
            letGo(pipe);
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

    private static void make(Path pipe) throws IOException {
        Process mkfifo = new ProcessBuilder("mkfifo", "-m", "600", pipe.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(mkfifo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Uninterrupted.run(mkfifo::waitFor);
        if (mkfifo.exitValue() != 0) {
            throw new IOException("No pipe " + pipe + " could be made: " + said.strip());
        }
    }

    private static Outcome both(Outcome written, Outcome read) {
        return new Outcome(
                read.wall(),
                written.cpu().plus(read.cpu()),
                Stream.concat(written.lastErrorLines().stream(), read.lastErrorLines().stream())
                        .toList());
    }
}
