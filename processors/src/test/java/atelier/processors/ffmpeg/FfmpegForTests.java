package atelier.processors.ffmpeg;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The bundled FFmpeg, unpacked once below the module's build folder and used by all tests. */
public final class FfmpegForTests {
    private FfmpegForTests() {}

    /** What is called: never one of the machine's own, so that tests mean the same everywhere. */
    public static FfmpegInstallation installation() {
        return Held.INSTALLATION;
    }

    /** The bundled one, and the machine's own where there is one: for what versions do differently. */
    public static List<FfmpegInstallation> all() {
        FfmpegInstallation own = new FfmpegLocator(
                        Optional.empty(), System.getenv("PATH"), Path.of("target", "tools"), Clock.systemUTC())
                .locate();
        return Stream.of(installation(), own).distinct().toList();
    }

    /** Real calls. */
    public static Programs programs() {
        return Held.PROGRAMS;
    }

    /** Real calls that reach all that this process does, to show what holds without a sandbox. */
    public static Programs withoutSandbox() {
        return withoutSandbox(installation());
    }

    /** The same of another installation. */
    public static Programs withoutSandbox(FfmpegInstallation installation) {
        return new LocalPrograms(
                installation, Duration.ofSeconds(2), Protections.detect().with(new Sandbox.Open()));
    }

    /** Unpacked by whoever asks first. */
    private static final class Held {
        static final FfmpegInstallation INSTALLATION =
                new FfmpegLocator(Optional.empty(), "", Path.of("target", "tools"), Clock.systemUTC()).locate();
        static final Programs PROGRAMS = new LocalPrograms(INSTALLATION, Duration.ofSeconds(2));
    }
}
