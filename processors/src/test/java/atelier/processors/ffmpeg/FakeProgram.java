package atelier.processors.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A shell script in FFmpeg's place. It runs in the given folder, which keeps what it writes. */
record FakeProgram(Path folder, FfmpegInstallation installation) {
    static final Duration GRACE = Duration.ofMillis(1500);

    static FakeProgram of(Path folder, String... lines) {
        try {
            Path script = folder.resolve("fake");
            Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new FakeProgram(folder, new FfmpegInstallation(script, script, "0", Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        run(Program.FFMPEG, lasting(20, 20), lines::add);
        return lines;
    }

    Outcome run(Program program, Limits limits, Consumer<String> output) {
        return new LocalPrograms(installation, GRACE, Protections.detect()).run(command(program), limits, output);
    }

    Command command(Program program) {
        return new Command(program, List.of(), folder);
    }

    static Limits lasting(double seconds, double noProgress) {
        return new Limits(millis(seconds), millis(noProgress), 0, 0);
    }

    /** Whether the process still runs whose id the script wrote into a file of that name. */
    boolean stillThere(String pidFile) {
        try {
            Path stat =
                    Path.of("/proc", Files.readString(folder.resolve(pidFile)).strip(), "stat");
            // A process that is dead and not yet buried by its new parent has state Z.
            return Files.exists(stat) && !Files.readString(stat).contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
