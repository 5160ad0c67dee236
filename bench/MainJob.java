package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The main job: one minute of 1080p to HD, SD and sound, by Atelier and by hand, with the same FFmpeg and settings, one after
 * the other; and the time from the end of a copy to the first picture.
 */
public final class MainJob {
    private static final long MILLIS_FOR_A_JOB = 10 * 60 * 1000;

    private final Options options;
    private final Path folder;
    private final List<Run> runs = new ArrayList<>();

    private MainJob(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /** Measures, and prints the tables. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("atelier-bench-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveNothing(folder)));
        try {
            new MainJob(Options.of(arguments), folder).measure();
        } catch (BenchException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measure() throws IOException {
        Ffmpeg ffmpeg = null;
        for (int number = 1; number <= options.runs(); number++) {
            System.err.println("Run " + number + " of " + options.runs() + ".");
            ffmpeg = run();
        }
        new Report(ffmpeg, runs).print();
    }

    /** By Atelier first: it says which FFmpeg it calls. What follows alternates with it from run to run. */
    private Ffmpeg run() throws IOException {
        Ffmpeg ffmpeg;
        Sources sources;
        Run run;
        try (Application atelier = Application.start(options, folder)) {
            ffmpeg = atelier.ffmpeg();
            sources = Sources.in(options.root().resolve("target/bench/films"), ffmpeg);
            run = new AtelierMeasurement(atelier, MILLIS_FOR_A_JOB).measure(sources);
            if (!atelier.logged(byHand(ffmpeg).mustBeShared())) {
                throw new BenchException("Atelier's settings are not those of the hand-written command"
                        + " (crf, maxrate, bufsize): bring bench/HandWritten.java up to date.");
            }
        }
        run = run.withTogether(byHand(ffmpeg).together(sources.minute(), folder));
        runs.add(run.withApart(byHand(ffmpeg).apart(sources.minute(), folder)));
        return ffmpeg;
    }

    private HandWritten byHand(Ffmpeg ffmpeg) {
        return new HandWritten(ffmpeg, options.root(), List.of("HD", "SD"));
    }

    private static void leaveNothing(Path folder) {
        Children.stopAll();
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            System.err.println(folder + " could not be removed.");
        }
    }
}
