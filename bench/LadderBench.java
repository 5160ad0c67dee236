package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The whole ladder of a 4K source: by Atelier, by one hand-written FFmpeg process, and by HandBrake, a call for each rendition. */
public final class LadderBench {
    private static final List<String> VIDEOS = List.of("4K", "3K", "HD", "SD");
    private static final long PATIENCE_MILLIS = 60 * 60 * 1000;
    private static final double MOST_OF_BY_HAND = 0.9;
    private static final double MOST_OF_HANDBRAKE = 0.7;

    private final Options options;
    private final int seconds;
    private final Path folder;

    private LadderBench(Options options, int seconds, Path folder) {
        this.options = options;
        this.seconds = seconds;
        this.folder = folder;
    }

    /** What somebody's ladder cost, and the memory that it took. */
    private record Made(String by, Usage usage, double gigabytes, double gigabytesOfOne) {}

    private interface Work {
        Usage run() throws IOException;
    }

    /** Measures, and prints the table. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("atelier-ladder-");
        Runtime.getRuntime().addShutdownHook(new Thread(Children::stopAll));
        List<String> left = new ArrayList<>(List.of(arguments));
        try {
            int seconds = Options.number(left, "--seconds", 10);
            new LadderBench(Options.of(left.toArray(String[]::new)), seconds, folder).measure();
            Folders.remove(folder);
        } catch (BenchException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measure() throws IOException {
        Ffmpeg ffmpeg;
        Path source;
        Made atelier;
        try (Application application = Application.start(options, folder)) {
            ffmpeg = application.ffmpeg();
            Path films = options.root().resolve("target/bench/films");
            source = Sources.large(films, ffmpeg, seconds);
            AtelierMeasurement measurement = new AtelierMeasurement(application, PATIENCE_MILLIS);
            measurement.make(Sources.in(films, ffmpeg).warmUp(), "bench/warm-up");
            atelier = made("Atelier", () -> measurement.make(source, "bench/4k"));
            if (!application.logged(byHand(ffmpeg).mustBeShared())) {
                throw new BenchException("Atelier's settings are not those of the hand-written command: bring"
                        + " bench/HandWritten.java up to date.");
            }
        }
        Made together = made("one hand-written process", () -> byHand(ffmpeg).together(source, folder));
        Made handBrake = made("HandBrake, a call for each", () -> new HandBrake("HandBrakeCLI")
                .run(source, recipes(), Recipe.of(options.root(), "AUDIO"), folder));
        print(ffmpeg, atelier, together, handBrake);
    }

    private static Made made(String by, Work work) throws IOException {
        System.err.println("By " + by + ".");
        try (MemoryWatch memory = new MemoryWatch()) {
            Usage usage = work.run();
            return new Made(by, usage, memory.gigabytes(), memory.gigabytesOfOne());
        }
    }

    private HandWritten byHand(Ffmpeg ffmpeg) {
        return new HandWritten(ffmpeg, options.root(), VIDEOS);
    }

    private Map<String, Recipe> recipes() {
        Map<String, Recipe> recipes = new LinkedHashMap<>();
        VIDEOS.forEach(name -> recipes.put(name, Recipe.of(options.root(), name)));
        return recipes;
    }

    private void print(Ffmpeg ffmpeg, Made atelier, Made together, Made handBrake) throws IOException {
        System.out.printf("%d s of 4K to %s and sound. FFmpeg %s, %d cores, one run.%n%n",
                seconds, String.join(", ", VIDEOS), ffmpeg.describe(), Runtime.getRuntime().availableProcessors());
        System.out.println("| by | its encoders' CPU (s) | whole CPU (s) | wall (s) | made (MB) | memory, all processes (GB)"
                + " | memory, largest encoder (GB) | CPU of others (s) |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        List.of(atelier, together, handBrake).forEach(LadderBench::row);
        System.out.println();
        goal("one hand-written process", atelier, together, MOST_OF_BY_HAND);
        goal("HandBrake", atelier, handBrake, MOST_OF_HANDBRAKE);
    }

    private static void row(Made made) {
        System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.1f | %.2f | %.2f | %.0f |%n",
                made.by(), made.usage().ffmpeg(), made.usage().cpu(), made.usage().wall(), made.usage().bytes() / 1e6,
                made.gigabytes(), made.gigabytesOfOne(), made.usage().others());
    }

    private static void goal(String name, Made atelier, Made other, double most) {
        double ratio = atelier.usage().cpu() / other.usage().cpu();
        System.out.printf(Locale.ROOT, "CPU of Atelier ÷ %s: %.2f (goal: at most %.1f)%n", name, ratio, most);
    }
}
