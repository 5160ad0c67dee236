package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine with nothing but the C and C++ libraries, as servers and slim images are. It takes root to make one. */
class BareMachineTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final Pattern LIBRARY = Pattern.compile("(?:\\S+ => )?(/\\S+) \\(0x.*");
    private static final List<String> BASIC =
            List.of("libc.", "libm.", "libmvec.", "libstdc++.", "libgcc_s.", "ld-linux");

    @TempDir
    Path root;

    private Path tools;

    @BeforeEach
    void aFolderThatPassesForAMachine() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/sbin/chroot")),
                "root and chroot");
        tools = new BundledFiles(getClass().getClassLoader()).unpack(root.resolve("tools"), Clock.systemUTC());
        Files.createDirectory(root.resolve("tmp"));
        for (Path library : basicLibraries()) {
            Path copy = root.resolve(library.toString().substring(1));
            Files.createDirectories(copy.getParent());
            Files.copy(library, copy);
        }
    }

    @Test
    void theBundledFfmpegRunsAndEncodesThere() throws Exception {
        FfmpegInstallation inside =
                new FfmpegInstallation(throughChroot("ffmpeg"), throughChroot("ffprobe"), "unknown", Optional.empty());

        FfmpegVersion version = BundledFfmpeg.completed(inside, tools);

        assertThat(version.text()).isEqualTo("8.1.2");
        assertThat(names()).contains("libpulse.so.0", "libasound.so.2", "libxcb.so.1", "libxcb-shm.so.0");
        Programs programs = new LocalPrograms(
                inside, Duration.ofSeconds(1), Protections.detect().with(new Sandbox.Open()));
        for (Capability capability : EnumSet.complementOf(EnumSet.copyOf(Capability.HARDWARE))) {
            Command trial = new Command(Program.FFMPEG, capability.trial(), root);
            assertThatCode(() -> programs.run(trial, LIMITS, line -> {}))
                    .as(capability.ffmpegName())
                    .doesNotThrowAnyException();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(tools)) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }

    private Path throughChroot(String program) throws IOException {
        String inside = "/" + root.relativize(tools);
        Path script = root.resolve(program + ".sh");
        Files.writeString(
                script,
                "#!/bin/sh\nLD_LIBRARY_PATH=" + inside + " exec /usr/sbin/chroot " + root + " " + inside + "/" + program
                        + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    private List<Path> basicLibraries() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("ldd", tools.resolve("ffmpeg").toString());
        builder.environment().putAll(Map.of("LD_LIBRARY_PATH", tools.toString(), "LC_ALL", "C"));
        Process ldd = builder.start();
        String text = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(ldd.waitFor()).isZero();
        return text.lines()
                .map(line -> LIBRARY.matcher(line.strip()))
                .filter(Matcher::matches)
                .map(line -> Path.of(line.group(1)))
                .filter(path -> BASIC.stream().anyMatch(path.getFileName().toString()::startsWith))
                .toList();
    }
}
