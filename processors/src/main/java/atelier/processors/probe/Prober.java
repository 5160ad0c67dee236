package atelier.processors.probe;

import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ingest.Rejection;
import atelier.processors.ingest.Wholeness;
import atelier.processors.ingest.Wholeness.Incomplete;
import atelier.processors.spherical.SourceBoxes;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds out what a delivered file is, by ffprobe, and refuses what is not a video that can be encoded. */
public final class Prober {
    /** A file of 128 streams takes some 100,000 characters. */
    private static final int MOST_CHARACTERS = 1_000_000;

    /** Ends of ffprobe's last line that tell of this machine, not of the file. */
    private static final List<String> NOT_THE_FILE = List.of(
            "Cannot allocate memory",
            "No such file or directory",
            "Permission denied",
            "Input/output error",
            "Too many open files",
            "Stale file handle");

    /** In FFmpeg's name for MP4 and QuickTime. */
    private static final String ISO = "mov";

    private final Programs programs;
    private final Limits limits;
    private final Path scratch;
    private final Judge judge;
    private final FieldSearch fields;
    private final FilmSearch film;
    private final ProbeParser parser = new ProbeParser();

    /**
     * @param limits what one call of ffprobe or FFmpeg may use
     * @param sourceLimits what is taken at most
     * @param scratch an existing folder to run in; nothing is written there
     */
    public Prober(Programs programs, Limits limits, SourceLimits sourceLimits, Path scratch) {
        this.programs = programs;
        this.limits = limits;
        this.scratch = scratch;
        this.judge = new Judge(sourceLimits);
        PictureLook looking = new PictureLook(programs, limits, scratch);
        this.fields = new FieldSearch(looking);
        this.film = new FilmSearch(looking);
    }

    /**
     * Probes a file.
     *
     * @throws RefusedException if it can never become an artwork
     * @throws ProgramException if that could not be found out (time, memory, a missing program): nothing is known of the file
     * @throws IOException if the file cannot be read
     */
    public MediaInfo probe(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw Refusals.empty();
        }
        if (Wholeness.of(file) instanceof Incomplete missing) {
            throw Refusals.truncated(missing.why());
        }
        MediaInfo media = film.look(file, fields.look(file, judged(file, InputOptions.beforeInput())));
        return media.container().contains(ISO)
                ? media.telling(SourceBoxes.read(file)).hearing(SourceBoxes.sounds(file))
                : media;
    }

    /**
     * Probes a picture.
     *
     * @throws RefusedException if it is none that can become a poster
     * @throws ProgramException if that could not be found out
     * @throws IOException if the file cannot be read
     */
    public MediaInfo probePicture(Path file) throws IOException {
        PictureFormat format = PictureFormat.of(file)
                .orElseThrow(() -> new RefusedException(
                        new Rejection("This is no JPEG, PNG or WebP picture.", "Export the poster as one of these.")));
        return judged(file, InputOptions.beforePicture(format.demuxer()));
    }

    /**
     * Checks the length of a film while it is read: its container need not have said it, nor the truth.
     *
     * @param soFar what was found of it
     * @throws RefusedException if that is more than is taken
     */
    public void checkRead(Duration soFar) {
        judge.checkRead(soFar);
    }

    private MediaInfo judged(Path file, List<String> inputOptions) {
        try {
            return judge.judge(parser.parse(output(file, inputOptions)));
        } catch (JsonProcessingException e) {
            throw Refusals.unreadable("");
        }
    }

    private String output(Path file, List<String> inputOptions) {
        StringBuilder output = new StringBuilder();
        try {
            Outcome outcome =
                    programs.run(ProbeCommand.of(file, scratch, inputOptions), limits, line -> append(output, line));
            // FFmpeg 8.1 takes the first streams of Matroska for all.
            Optional<RefusedException> many = tooMany(outcome.lastErrorLines());
            if (many.isPresent()) {
                throw many.get();
            }
            return output.toString();
        } catch (ProgramException e) {
            throw refusalOr(e, file);
        }
    }

    private static Optional<RefusedException> tooMany(List<String> errorLines) {
        return errorLines.stream()
                .filter(line -> line.contains("exceeds max_streams"))
                .findFirst()
                .map(line -> Refusals.tooManyStreams());
    }

    private static void append(StringBuilder output, String line) {
        if (output.length() + line.length() > MOST_CHARACTERS) {
            throw Refusals.endless();
        }
        output.append(line).append('\n');
    }

    private static RuntimeException refusalOr(ProgramException failure, Path file) {
        List<String> lines = failure.lastErrorLines();
        Optional<RefusedException> many = tooMany(lines);
        if (many.isPresent()) {
            return many.get();
        }
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
        if (failure.cause() != ProgramException.Cause.FAILED
                || NOT_THE_FILE.stream().anyMatch(last::endsWith)) {
            return failure;
        }
        // ffprobe's last line begins with the path, which is of no use to the artist.
        return brokenSphere(file, lines)
                .orElseGet(() -> Refusals.unreadable(
                        last.substring(last.lastIndexOf(": ") + 1).strip()));
    }

    /** FFmpeg refuses all of a file for some faults in what it says of a sphere, and does not always say which. */
    private static Optional<RefusedException> brokenSphere(Path file, List<String> said) {
        try {
            return SourceBoxes.read(file).troubles().stream()
                    .findFirst()
                    .or(() -> AppleFaults.in(said))
                    .map(Refusals::sphere);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
