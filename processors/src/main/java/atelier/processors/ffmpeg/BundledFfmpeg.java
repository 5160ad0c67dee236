package atelier.processors.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The FFmpeg that comes with Atelier, unpacked where it can be executed. */
final class BundledFfmpeg {
    private static final Logger log = LoggerFactory.getLogger(BundledFfmpeg.class);
    private static final String INSTEAD = " Install FFmpeg 5.1 or newer (Debian: apt install ffmpeg) and start again.";

    private final Path tools;
    private final Clock clock;

    BundledFfmpeg(Path tools, Clock clock) {
        this.tools = tools;
        this.clock = clock;
    }

    /**
     * Unpacks it where that was not done yet, and calls it once.
     *
     * @throws FfmpegMissingException if it cannot be unpacked, or does not run here
     */
    FfmpegInstallation installation() {
        Path folder = unpacked();
        FfmpegInstallation candidate = new FfmpegInstallation(
                folder.resolve(Program.FFMPEG.executable()),
                folder.resolve(Program.FFPROBE.executable()),
                "unknown",
                Optional.of(folder));
        return FfmpegLocator.named(candidate, completed(candidate, folder));
    }

    private Path unpacked() {
        if (!System.getProperty("os.arch").equals("amd64")) {
            throw new FfmpegMissingException("There is no FFmpeg on the PATH, and the one that comes with Atelier is"
                    + " for x86-64 alone: nothing can be encoded." + INSTEAD);
        }
        try {
            return new BundledFiles(getClass().getClassLoader()).unpack(tools, clock);
        } catch (IOException e) {
            throw new FfmpegMissingException(
                    "There is no FFmpeg on the PATH, and the one that comes with Atelier could not be unpacked into "
                            + tools + " (" + e.getMessage() + "): nothing can be encoded." + INSTEAD,
                    e);
        }
    }

    /** Calls it until no library is missing any more that it is linked to and never uses. */
    static FfmpegVersion completed(FfmpegInstallation candidate, Path folder) {
        Set<String> stubs = new HashSet<>();
        while (true) {
            try {
                return FfmpegLocator.version(candidate);
            } catch (ProgramException e) {
                Optional<String> missing = Stubs.missing(e.lastErrorLines()).filter(stubs::add);
                if (missing.isEmpty() || !stub(missing.get(), folder)) {
                    throw new FfmpegMissingException(
                            "There is no FFmpeg on the PATH, and the one that comes with Atelier does not run here ("
                                    + e.getMessage() + "): nothing can be encoded." + INSTEAD,
                            e);
                }
            }
        }
    }

    private static boolean stub(String library, Path folder) {
        try {
            boolean known = Stubs.add(library, folder);
            log.info(
                    "FFmpeg is linked to {}, which is not here and not needed: {}",
                    library,
                    known ? "stood in for" : "unknown");
            return known;
        } catch (IOException e) {
            log.warn("The stand-in for {} could not be written into {}.", library, folder, e);
            return false;
        }
    }
}
