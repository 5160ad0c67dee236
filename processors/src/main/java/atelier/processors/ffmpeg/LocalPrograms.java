package atelier.processors.ffmpeg;

import atelier.processors.ffmpeg.ProgramException.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs programs as processes of this machine. A call is started, heard and ended by the calling thread: the kernel
 * kills it when that thread ends, so none outlives Atelier, even one that was itself killed.
 */
public final class LocalPrograms implements Programs {
    private static final Logger log = LoggerFactory.getLogger(LocalPrograms.class);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Exit codes by which the JVM says that a signal ended the process; FFmpeg's own error codes begin above. */
    private static final int FIRST_SIGNAL = 129;

    private static final int LAST_SIGNAL = 159;

    private final FfmpegInstallation installation;
    private final Duration grace;
    private final Protections protections;

    /** @param grace how long a stopped program may take to end by itself before it is killed */
    public LocalPrograms(FfmpegInstallation installation, Duration grace) {
        this(installation, grace, Protections.detect().runningIn(installation));
        log.info("FFmpeg {} at {}: {}", installation.version(), installation.ffmpeg(), protections.describe());
    }

    LocalPrograms(FfmpegInstallation installation, Duration grace, Protections protections) {
        this.installation = installation;
        this.grace = grace;
        this.protections = protections;
    }

    /** {@inheritDoc} */
    @Override
    public Outcome run(Command command, Limits limits, Consumer<String> output) {
        if (Thread.currentThread().isInterrupted()) {
            throw new ProgramException(Cause.INTERRUPTED, command, -1, List.of(), null);
        }
        log.info("{}", ShellText.of(command, installation));
        Deadlines deadlines = new Deadlines(limits, new Movement(command.program()));
        try (Running running = start(command, limits)) {
            attend(running, command, deadlines, output);
            return outcome(running, command, deadlines.elapsed());
        }
    }

    private Running start(Command command, Limits limits) {
        Path executable = installation.executable(command.program());
        List<String> call = new ArrayList<>(List.of(executable.toString()));
        call.addAll(command.arguments());
        try {
            if (!Files.isExecutable(executable)) {
                throw new IOException(executable + " is not there, or may not be executed");
            }
            return Running.start(
                    protections.around(call, Reach.of(command, installation), limits, command.background()),
                    command.directory(),
                    environment(command, installation),
                    protections,
                    grace);
        } catch (IOException e) {
            throw new ProgramException(Cause.NOT_STARTED, command, -1, List.of(String.valueOf(e.getMessage())), e);
        }
    }

    private void attend(Running running, Command command, Deadlines deadlines, Consumer<String> output) {
        try {
            while (!running.ended()) {
                running.line(LOOK).ifPresent(line -> deadlines.pass(line, output));
                Optional<Cause> over = running.ended() ? Optional.empty() : deadlines.over();
                if (over.isPresent()) {
                    throw stopped(over.get(), running, command, null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(Cause.INTERRUPTED, running, command, e);
        }
    }

    private static ProgramException stopped(Cause cause, Running running, Command command, Throwable origin) {
        running.close();
        return new ProgramException(cause, command, running.exitCode(), running.lastErrorLines(), origin);
    }

    private static Outcome outcome(Running running, Command command, Duration wall) {
        int code = running.exitCode();
        List<String> errors = running.lastErrorLines();
        if (code != 0) {
            throw new ProgramException(cause(code, errors), command, code, errors, null);
        }
        return new Outcome(wall, running.cpu(), errors);
    }

    /** A sandbox that could not be made says nothing of the file. */
    private static Cause cause(int code, List<String> errors) {
        if (code >= FIRST_SIGNAL && code <= LAST_SIGNAL) {
            return Cause.KILLED;
        }
        boolean noSandbox = !errors.isEmpty() && errors.get(errors.size() - 1).startsWith("bwrap: ");
        return noSandbox ? Cause.NOT_STARTED : Cause.FAILED;
    }

    /** Nothing of Atelier's own environment: it may hold secrets, and settings that change what FFmpeg does. */
    static Map<String, String> environment(Command command, FfmpegInstallation installation) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", command.directory().toString());
        environment.put("LC_ALL", "C");
        installation.libraries().ifPresent(folder -> environment.put("LD_LIBRARY_PATH", folder.toString()));
        return environment;
    }
}
