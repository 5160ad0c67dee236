package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a second node brings: the same batch on one and on two, with encoders that sleep, so that this machine's cores do not tell. */
public final class NodesBench {
    private static final int FILMS = 16;
    private static final int SECONDS_AN_OUTPUT = 8;
    private static final long PATIENCE_MILLIS = 20 * 60 * 1000;
    private static final double GOAL = 1.9;

    private final Options options;
    private final Path folder;

    private NodesBench(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /** Measures, and prints the table. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("atelier-bench-");
        Runtime.getRuntime().addShutdownHook(new Thread(Children::stopAll));
        try {
            new NodesBench(Options.of(arguments), folder).measure();
            Folders.remove(folder);
        } catch (BenchException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measure() throws IOException {
        Map<String, Path> films = new LinkedHashMap<>();
        for (int film = 0; film < FILMS; film++) {
            films.put("film-" + film, ChaosFilms.film(options.root().resolve("target/bench/chaos"), film));
        }
        System.err.println("Making what the stand-in encoders copy.");
        seconds("prepared", 2, films);
        System.err.println("One node.");
        double one = seconds("one", 1, films);
        System.err.println("Two nodes.");
        double two = seconds("two", 2, films);
        System.out.printf(
                Locale.ROOT,
                "%d films, encoders that sleep %d s for each rendition of a chunk, 2 slots a node: one node %.1f s, two nodes %.1f s,"
                        + " %.2f times as fast (goal: %.1f)%n",
                FILMS,
                SECONDS_AN_OUTPUT,
                one,
                two,
                one / two,
                GOAL);
    }

    private double seconds(String name, int nodes, Map<String, Path> films) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        List<String> settings = new ArrayList<>();
        settings.add("--atelier.ffmpeg.folder=" + StandIn.in(folder.resolve("stand-in"), SECONDS_AN_OUTPUT));
        try (ChaosStudio studio = ChaosStudio.open(options, own, nodes, settings)) {
            long began = System.nanoTime();
            for (Map.Entry<String, Path> film : films.entrySet()) {
                studio.deliver(film.getKey(), film.getValue());
            }
            List<String> left = studio.awaitReady(List.copyOf(films.keySet()), PATIENCE_MILLIS);
            if (!left.isEmpty()) {
                throw new BenchException("These were not made: " + left + "; what was said is in " + own + ".");
            }
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
