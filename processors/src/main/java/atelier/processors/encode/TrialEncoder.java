package atelier.processors.encode;

import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes trials: encodes a few seconds in several ways, measures them, and keeps nothing. */
public final class TrialEncoder {
    /** A line of FFmpeg's {@code ssim} filter for each picture. */
    private static final Pattern LUMA = Pattern.compile("n:\\d+ Y:([0-9.]+) .*");

    private final Programs programs;
    private final EncodeSettings settings;

    public TrialEncoder(Programs programs, EncodeSettings settings) {
        this.programs = programs;
        this.settings = settings;
    }

    /**
     * Makes a trial.
     *
     * @return what came of each constant quality, and of what is enlarged
     * @throws atelier.processors.ffmpeg.ProgramException if FFmpeg cannot
     * @throws OutputCheckException if there is nothing to compare
     */
    public Trial.Outcome make(Trial trial) throws IOException {
        try (Scratch scratch = Scratch.in(settings.work(), "trial-of-quality")) {
            TrialCommand command = new TrialCommand(trial, settings.inputOptions(), scratch.folder());
            ColourCube.write(List.of(command.any()), scratch);
            Limits limits = new Limits(
                    settings.encodePerSecond().multipliedBy(2L * trial.crfs().size()),
                    settings.noProgress(),
                    settings.memoryBytes(),
                    0);
            Duration cpu = programs.run(command.encoding(), limits, line -> {}).cpu();
            cpu = cpu.plus(programs.run(command.comparing(), limits, line -> {}).cpu());
            List<Trial.Result> results = new ArrayList<>();
            for (int crf : trial.crfs()) {
                double ssim = ssim(Files.readAllLines(scratch.file(TrialCommand.log(crf))));
                results.add(new Trial.Result(
                        crf,
                        trial.kilobits(Files.size(command.encoded(crf))),
                        ssim,
                        cpu.toMillis() / trial.crfs().size()));
            }
            return new Trial.Outcome(
                    results,
                    trial.below().isPresent()
                            ? OptionalDouble.of(ssim(Files.readAllLines(scratch.file(TrialCommand.ENLARGED))))
                            : OptionalDouble.empty());
        }
    }

    /** The mean of the luma's SSIM that the filter logged. */
    static double ssim(List<String> log) {
        return log.stream()
                .map(LUMA::matcher)
                .filter(Matcher::matches)
                .mapToDouble(line -> Double.parseDouble(line.group(1)))
                .average()
                .orElseThrow(() -> new OutputCheckException("A trial encode has no picture that could be compared."));
    }
}
