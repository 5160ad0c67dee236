package atelier.processors.ffmpeg;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The bundled FFmpeg, unpacked once below the module's build folder and used by all tests. */
public final class FfmpegForTests {
    private FfmpegForTests() {}

    /** What is called: never one of the machine's own, so that tests mean the same everywhere. */
    public static FfmpegInstallation installation() {
        return Held.INSTALLATION;
    }

    /** Real calls. */
    public static Programs programs() {
        return Held.PROGRAMS;
    }

    /** Unpacked by whoever asks first. */
    private static final class Held {
        static final FfmpegInstallation INSTALLATION =
                new FfmpegLocator(Optional.empty(), "", Path.of("target", "tools"), Clock.systemUTC()).locate();
        static final Programs PROGRAMS = new LocalPrograms(INSTALLATION, Duration.ofSeconds(2));
    }
}
