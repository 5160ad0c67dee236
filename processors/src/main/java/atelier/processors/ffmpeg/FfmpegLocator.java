package atelier.processors.ffmpeg;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides which FFmpeg is called: the configured one, else one on the PATH, else the bundled one. */
public final class FfmpegLocator {
    private static final Logger log = LoggerFactory.getLogger(FfmpegLocator.class);
    private static final Limits BRIEF = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20), 0, 0);

    private final Optional<Path> configured;
    private final String searchPath;
    private final BundledFfmpeg bundled;

    /**
     * @param configured folder that holds {@code ffmpeg} and {@code ffprobe}; empty: look for them
     * @param searchPath folders to look into, as in the environment's {@code PATH}
     * @param tools folder into which the bundled programs are unpacked
     * @param clock tells which halves of earlier unpacking are old enough to be thrown away
     */
    public FfmpegLocator(Optional<Path> configured, String searchPath, Path tools, Clock clock) {
        this.configured = configured;
        this.searchPath = searchPath;
        this.bundled = new BundledFfmpeg(tools.toAbsolutePath().normalize(), clock);
    }

    /**
     * Finds an FFmpeg and calls it once, so that it is known to run here.
     *
     * @throws FfmpegMissingException if there is none that can be used
     */
    public FfmpegInstallation locate() {
        return configured.map(this::required).or(this::onPath).orElseGet(bundled::installation);
    }

    /** Calls both programs for their version. */
    static FfmpegVersion version(FfmpegInstallation candidate) {
        Path directory = candidate.ffmpeg().getParent();
        LocalPrograms programs = new LocalPrograms(candidate, Duration.ofSeconds(1), Protections.NONE);
        List<String> lines = new ArrayList<>();
        programs.run(new Command(Program.FFPROBE, List.of("-version"), directory), BRIEF, line -> {});
        programs.run(new Command(Program.FFMPEG, List.of("-version"), directory), BRIEF, lines::add);
        return FfmpegVersion.parse(lines);
    }

    private FfmpegInstallation required(Path folder) {
        FfmpegInstallation candidate = in(folder.toAbsolutePath().normalize());
        FfmpegVersion version;
        try {
            version = version(candidate);
        } catch (ProgramException e) {
            throw new FfmpegMissingException(
                    "The configured FFmpeg in " + folder + " does not run (" + e.getMessage()
                            + "), so nothing can be encoded. Put ffmpeg and ffprobe 5.1 or newer there, or leave"
                            + " atelier.ffmpeg.folder empty.",
                    e);
        }
        if (!version.recent()) {
            throw new FfmpegMissingException("The configured FFmpeg in " + folder + " is version " + version.text()
                    + ", too old, so nothing can be encoded. Install FFmpeg 5.1 or newer there, or leave"
                    + " atelier.ffmpeg.folder empty.");
        }
        return named(candidate, version);
    }

    private Optional<FfmpegInstallation> onPath() {
        return folders()
                .map(FfmpegLocator::in)
                .filter(pair -> Files.isExecutable(pair.ffmpeg()) && Files.isExecutable(pair.ffprobe()))
                .flatMap(pair -> usable(pair).stream())
                .findFirst();
    }

    /** Relative and empty entries mean the current folder, from which nothing is ever executed. */
    private Stream<Path> folders() {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(entry -> entry.startsWith("/"))
                .map(Path::of);
    }

    private static Optional<FfmpegInstallation> usable(FfmpegInstallation candidate) {
        try {
            FfmpegVersion version = version(candidate);
            if (version.recent()) {
                return Optional.of(named(candidate, version));
            }
            log.warn("{} is version {}, older than 5.1: not used.", candidate.ffmpeg(), version.text());
        } catch (ProgramException e) {
            log.warn("{} does not run: not used. {}", candidate.ffmpeg(), e.getMessage());
        }
        return Optional.empty();
    }

    private static FfmpegInstallation in(Path folder) {
        return new FfmpegInstallation(
                folder.resolve(Program.FFMPEG.executable()),
                folder.resolve(Program.FFPROBE.executable()),
                "unknown",
                Optional.empty());
    }

    static FfmpegInstallation named(FfmpegInstallation candidate, FfmpegVersion version) {
        return new FfmpegInstallation(candidate.ffmpeg(), candidate.ffprobe(), version.text(), candidate.libraries());
    }
}
