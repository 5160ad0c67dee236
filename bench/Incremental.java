package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a change costs: delivers a film, changes it, its recipes, its overrides and its store, and counts what is encoded. */
public final class Incremental {
    private static final long PATIENCE_MILLIS = 30 * 60 * 1000;
    private static final String FILM = "bench/film";
    private static final String RENAMED = "bench/renamed";
    private static final String INTRA = "bench/intra";

    private final Options options;
    private final int seconds;
    private final Path folder;
    private final List<Step> steps = new ArrayList<>();
    private Application atelier;
    private Stopwatch watch;
    private boolean repaired;

    private Incremental(Options options, int seconds, Path folder) {
        this.options = options;
        this.seconds = seconds;
        this.folder = folder;
    }

    /** Measures, and prints the tables. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("atelier-bench-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveNothing(folder)));
        try {
            List<String> words = new ArrayList<>(List.of(arguments));
            int seconds = takeSeconds(words);
            words.add("--atelier.batch.nights=1"); // Each batch reads all that is stored, not a share of it.
            new Incremental(Options.of(words.toArray(String[]::new)), seconds, folder).measure();
        } catch (BenchException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Of all films: a multiple of a shot's length. */
    private static int takeSeconds(List<String> words) {
        int at = words.indexOf("--seconds");
        if (at < 0 || at + 1 >= words.size()) {
            return 300;
        }
        words.remove(at);
        int seconds = Integer.parseInt(words.remove(at));
        return Math.max(4, seconds / Shots.SECONDS) * Shots.SECONDS;
    }

    private void measure() throws IOException {
        run(Application.start(options, folder));
        Ffmpeg ffmpeg = atelier.ffmpeg();
        EditedFilms films = EditedFilms.of(new Shots(options.root().resolve("target/bench/shots"), ffmpeg), seconds);
        deliveries(films);
        damage();
        overrides(films);
        recipe();
        String other = upgrade(films);
        intra(films);
        atelier.close();
        new IncrementalReport(ffmpeg.version(), other, seconds, steps, repaired).print();
    }

    private void deliveries(EditedFilms films) throws IOException {
        steps.add(watch.deliver(Cases.FULL, films.whole(), FILM + ".mp4"));
        steps.add(watch.deliverAgain(Cases.AGAIN, films.whole(), FILM + ".mp4"));
        steps.add(watch.deliver(Cases.RENAMED, films.whole(), RENAMED + ".mp4"));
        steps.add(watch.deliver(Cases.TITLED, films.titled(), FILM + ".mp4"));
        steps.add(watch.deliver(Cases.REMUXED, films.remuxed(), FILM + ".mkv"));
        steps.add(watch.deliver(Cases.CHANGED, films.changed(), FILM + ".mp4"));
        steps.add(watch.deliver(Cases.INSERTED, films.inserted(), FILM + ".mp4"));
        steps.add(watch.deliver(Cases.CUT, films.cut(), FILM + ".mp4"));
        steps.add(watch.deliver(Cases.BACK, films.whole(), FILM + ".mp4"));
    }

    private void overrides(EditedFilms films) throws IOException {
        steps.add(watch.deliver(Cases.OVERRIDE, films.slides(), RENAMED + "@4K.mp4"));
        steps.add(watch.call(Cases.REMOVED, "DELETE", "/api/artworks/" + RENAMED + "/overrides/4K", RENAMED));
    }

    /** A changed recipe is read at the next start. */
    private void recipe() throws IOException {
        Path recipes = atelier.home().resolve("renditions.yml");
        Files.writeString(recipes, "atelier: { renditions: { SD: { crf: 24 } } }\n");
        restart(options);
        steps.add(watch.batch(Cases.RECIPE, FILM));
        Files.delete(recipes);
        restart(options);
        steps.add(watch.batch(Cases.RECIPE_BACK, FILM));
    }

    private void damage() throws IOException {
        Damage damage = Damage.toOneSegment(atelier.home().resolve("store"), FILM);
        steps.add(watch.batch(Cases.DAMAGED, FILM));
        repaired = damage.isRepaired();
    }

    /** With the other FFmpeg the library is looked at, and a known film comes under another name. */
    private String upgrade(EditedFilms films) throws IOException {
        String other = options.ffmpeg().equals("bundled") ? "path" : "bundled";
        restart(new Options(options.root(), 1, other, options.launcher()));
        steps.add(watch.batch(Cases.UPGRADED, FILM));
        steps.add(watch.deliver(Cases.UPGRADED_DELIVERY, films.whole(), "bench/upgraded.mp4"));
        String version = atelier.ffmpeg().version();
        restart(options);
        return version;
    }

    private void intra(EditedFilms films) throws IOException {
        steps.add(watch.deliver(Cases.INTRA, films.intra(), INTRA + ".mp4"));
        steps.add(watch.deliver(Cases.INTRA_CHANGED, films.intraChanged(), INTRA + ".mp4"));
    }

    private void restart(Options with) throws IOException {
        atelier.close();
        run(Application.resume(with, folder));
    }

    private void run(Application application) {
        atelier = application;
        watch = new Stopwatch(application, PATIENCE_MILLIS);
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
