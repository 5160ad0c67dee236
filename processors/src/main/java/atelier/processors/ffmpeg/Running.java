package atelier.processors.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program that was started: its lines while it runs, and its end. Used by the thread that started it, alone. */
final class Running implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Running.class);

    private final Process process;
    private final Protections protections;
    private final Duration grace;
    private final OutputLines output;
    private final ErrorLines errors;
    private final Thread outputReader;
    private final Thread errorReader;
    private final CpuTime cpu;
    private boolean abandoned;

    private Running(Process process, Protections protections, Duration grace) {
        this.process = process;
        this.protections = protections;
        this.grace = grace;
        output = new OutputLines(process.getInputStream());
        errors = new ErrorLines(process.getErrorStream());
        cpu = new CpuTime(process.toHandle(), protections.sandbox().waits());
        outputReader = reader("stdout", output);
        outputReader.start();
        errorReader = reader("stderr", errors);
        errorReader.start();
    }

    static Running start(
            List<String> call, Path directory, Map<String, String> environment, Protections protections, Duration grace)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(call)
                .directory(directory.toFile())
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(builder.start(), protections, grace);
    }

    /** Waits for a line, or for the end. Empty if neither came in time, or the end did. */
    Optional<String> line(Duration wait) throws InterruptedException {
        if (output.finished()) {
            process.waitFor(wait.toNanos(), TimeUnit.NANOSECONDS);
            return Optional.empty();
        }
        boolean exited = !process.isAlive();
        Optional<String> line = output.next(exited ? grace : wait);
        if (exited && line.isEmpty() && !output.finished()) {
            abandonOutput();
        }
        cpu.sample(line);
        return line;
    }

    boolean ended() {
        return !process.isAlive() && (abandoned || output.finished());
    }

    int exitCode() {
        return process.exitValue();
    }

    /** The last lines of standard error. All of them are in, unless something else holds it open. */
    List<String> lastErrorLines() {
        Uninterrupted.run(() -> join(errorReader));
        if (errorReader.isAlive() && !abandoned) {
            abandonOutput();
        }
        return errors.last();
    }

    /** As the program states it, else as last seen from outside. */
    Duration cpu() {
        return errors.cpu().orElseGet(cpu::seen);
    }

    /** Ends it and all that it started: asks first, kills after the grace period, and waits until it is gone. */
    @Override
    public void close() {
        if (process.isAlive()) {
            output.discard();
            Set<ProcessHandle> family = new HashSet<>(process.descendants().toList());
            ask();
            Uninterrupted.run(() -> process.waitFor(grace.toNanos(), TimeUnit.NANOSECONDS));
            process.descendants().forEach(family::add);
            family.forEach(ProcessHandle::destroyForcibly);
            if (process.isAlive()) {
                killSession();
                process.destroyForcibly();
            }
            Uninterrupted.run(process::waitFor);
            family.forEach(member -> Uninterrupted.run(() -> gone(member)));
        }
        // Whoever is left behind need not hold a pipe, and Java may have closed our end of it already.
        if (killSession() > 0) {
            log.warn("Process {} had ended and left others behind, which were killed.", process.pid());
        }
    }

    /** A sandbox that waits for the program would die of the signal, and the program with it, without tidying up. */
    private void ask() {
        List<ProcessHandle> asked =
                protections.sandbox().waits() ? process.children().toList() : List.of();
        if (asked.isEmpty()) {
            process.destroy();
        }
        asked.forEach(ProcessHandle::destroy);
    }

    private int killSession() {
        return protections.session(process.pid()).map(Session::kill).orElse(0);
    }

    private void gone(ProcessHandle member) throws InterruptedException {
        try {
            member.onExit().get(grace.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("Process {}, started by a program that was stopped, is still there.", member.pid());
        }
    }

    /** The program has ended, but something that it left behind still holds its output open. */
    private void abandonOutput() {
        log.warn("Process {} has ended and left another one behind, which is killed.", process.pid());
        killSession();
        output.discard();
        abandoned = true;
        Uninterrupted.run(() -> join(outputReader));
        Uninterrupted.run(() -> join(errorReader));
    }

    /** The readers end when nobody holds the pipes open any more. */
    private void join(Thread reader) throws InterruptedException {
        reader.join(Math.max(1, grace.toMillis()));
    }

    private Thread reader(String name, Runnable reading) {
        Thread thread = new Thread(reading, name + "-" + process.pid());
        thread.setDaemon(true);
        return thread;
    }
}
