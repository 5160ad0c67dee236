package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A 360° film of 7680×3840: by Atelier and by one FFmpeg process, with the memory and the room that it takes, and what a changed shot costs. */
public final class SphereBench {
    private static final List<String> VIDEOS = List.of("8K360", "6K360", "4K360", "3K360", "2K360", "1K360", "SD");
    private static final String SLUG = "bench/sphere";
    private static final long PATIENCE_MILLIS = 6 * 60 * 60 * 1000L;

    private final Options options;
    private final int seconds;
    private final Path folder;

    private SphereBench(Options options, int seconds, Path folder) {
        this.options = options;
        this.seconds = seconds;
        this.folder = folder;
    }

    /** Measures, and prints the table. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("atelier-sphere-");
        Runtime.getRuntime().addShutdownHook(new Thread(Children::stopAll));
        List<String> left = new ArrayList<>(List.of(arguments));
        try {
            boolean kinds = left.remove("--kinds");
            int seconds = Options.number(left, "--seconds", 8);
            SphereBench bench = new SphereBench(Options.of(left.toArray(String[]::new)), seconds, folder);
            if (kinds) {
                bench.measureKinds();
            } else {
                bench.measure();
            }
            Folders.remove(folder);
        } catch (BenchException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** What was made and by whom, when the first of it could be looked around in, and the memory of the largest process that made it. */
    private record Made(String by, Viewing viewing, double gigabytes) {}

    private interface Work {
        Viewing run() throws IOException;
    }

    private void measureKinds() throws IOException {
        try (Application application = Application.start(options, folder)) {
            new SphereKinds(application, Files.createDirectories(options.root().resolve("target/bench/films"))).measure();
        }
    }

    /** What is known is printed at once: the next step may take an hour. */
    private void measure() throws IOException {
        try (Application application = Application.start(options, folder)) {
            Ffmpeg ffmpeg = application.ffmpeg();
            SphereFilms films = SphereFilms.of(options.root().resolve("target/bench/films"), ffmpeg, seconds);
            Files.createDirectories(application.inbox(SLUG).getParent());
            Files.writeString(application.inbox(SLUG + ".yml"), "projection: equirectangular\n");
            head(ffmpeg);
            double whole = whole(application, films.whole());
            long frames = application.frames(VIDEOS.get(0), SLUG);
            Step changed = new Stopwatch(application, PATIENCE_MILLIS).deliver("changed", films.changed(), SLUG + ".mp4");
            double share = (application.frames(VIDEOS.get(0), SLUG) - frames) / (double) frames;
            say("One changed shot, in chunks of %.0f%% of the film: %.1f s of CPU; the whole took %.1f (goal: %.1f)",
                    100 * share, changed.usage().cpu(), whole, share * whole + 2);
            HandWritten hand = new HandWritten(ffmpeg, options.root(), VIDEOS);
            row(made("one hand-written process", () -> new Viewing(hand.together(films.whole(), folder), 0, 0)));
        }
    }

    /** @return CPU seconds that it took */
    private double whole(Application application, Path film) throws IOException {
        AtelierMeasurement measurement = new AtelierMeasurement(application, PATIENCE_MILLIS);
        try (DiskWatch disk = new DiskWatch(application.home().resolve("work"))) {
            Made made = made("Atelier", () -> measurement.makeAndSee(film, SLUG));
            row(made);
            say("Looked around in: %.1f s after the end of the copy (goal: 10)", made.viewing().first());
            say("Memory of the largest process: %.2f GB (goal: less than 2)", made.gigabytes());
            double chunk = Files.size(film) / 1e6 / application.chunks(VIDEOS.get(0), SLUG);
            say("Scratch: %.0f MB, %.1f chunks of %.0f MB (goal: less than 3)",
                    disk.megabytes(), disk.megabytes() / chunk, chunk);
            return made.viewing().usage().cpu();
        }
    }

    private static Made made(String by, Work work) throws IOException {
        System.err.println("By " + by + ".");
        try (MemoryWatch memory = new MemoryWatch()) {
            Viewing viewing = work.run();
            return new Made(by, viewing, memory.gigabytesOfOne());
        }
    }

    private void head(Ffmpeg ffmpeg) throws IOException {
        say("%d s of 7680×3840, 12 pictures a second, to %s and sound. FFmpeg %s, %d cores, one run.%n",
                seconds, String.join(", ", VIDEOS), ffmpeg.describe(), Runtime.getRuntime().availableProcessors());
        say("| by | CPU (s) | wall (s) | made (MB) | memory, largest process (GB) |");
        say("|---|---|---|---|---|");
    }

    private static void row(Made made) {
        Usage usage = made.viewing().usage();
        say("| %s | %.1f | %.1f | %.1f | %.2f |",
                made.by(), usage.cpu(), usage.wall(), usage.bytes() / 1e6, made.gigabytes());
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
