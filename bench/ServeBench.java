package bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Players beside an encode: how long playlists take, and how much is served, by Atelier and by nginx from the same folder. Half of
 * the players watch a finished film and half one that is being made.
 */
public final class ServeBench {
    private static final long MILLIS_FOR_A_FILM = 10 * 60 * 1000;
    private static final String FINISHED = "bench/finished";
    private static final String GROWING = "bench/growing";
    private static final int CONNECTIONS = 64;
    private static final int WARM_UP = 15;
    private static final double MOST_MILLIS = 50;
    private static final double LEAST_SHARE = 0.5;

    private final Options options;
    private final int players;
    private final int seconds;
    private final Path folder;

    private ServeBench(Options options, int players, int seconds, Path folder) {
        this.options = options;
        this.players = players;
        this.seconds = seconds;
        this.folder = folder;
    }

    /** What a server did: at the players' pace, and as fast as it could. */
    private record Served(String by, Crowd paced, Crowd flatOut, double flatSeconds) {
        double throughput() {
            return (flatOut.segments().megabytes() + flatOut.playlists().megabytes()) / flatSeconds;
        }

        int errors() {
            return paced.playlists().errors() + paced.segments().errors() + flatOut.playlists().errors() + flatOut.segments().errors();
        }
    }

    /** Measures, and prints the tables. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("atelier-serve-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveNothing(folder)));
        List<String> left = new ArrayList<>(List.of(arguments));
        try {
            int players = Options.number(left, "--players", 500);
            int seconds = Options.number(left, "--seconds", 30);
            new ServeBench(Options.of(left.toArray(String[]::new)), players, seconds, folder).measure();
        } catch (BenchException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void measure() throws IOException, InterruptedException {
        try (Application atelier = Application.start(options, folder)) {
            Sources sources = Sources.in(options.root().resolve("target/bench/films"), atelier.ffmpeg());
            atelier.deliver(sources.warmUp(), FINISHED);
            await(atelier, FINISHED, "\"state\":\"ready\"");
            URI own = atelier.http().at("/");
            try (Nginx nginx = Nginx.start(options.root(), folder, atelier.home().resolve("store"), own)) {
                atelier.deliver(sources.tenMinutes(), GROWING);
                await(atelier, GROWING, "\"playable\":true");
                Served first = beside(atelier, "Atelier", own);
                Served second = beside(atelier, "nginx", nginx.address());
                print(first, second);
            }
        }
    }

    /** Lets the players watch while the film is made. */
    private Served beside(Application atelier, String by, URI server) throws InterruptedException {
        System.err.println(players + " players, served by " + by + ".");
        // Long enough for the JVM to have compiled what it does all the time.
        new Crowd(server, List.of(FINISHED), false).watch(CONNECTIONS, WARM_UP);
        Crowd paced = new Crowd(server, List.of(FINISHED, GROWING), true).watch(players, seconds);
        int flat = Math.max(5, seconds / 3);
        Crowd flatOut = new Crowd(server, List.of(FINISHED), false).watch(CONNECTIONS, flat);
        if (state(atelier, GROWING).contains("\"state\":\"ready\"")) {
            System.err.println("The encode beside " + by + " ended before the players did: its figures are too good.");
        }
        return new Served(by, paced, flatOut, flat);
    }

    private static String state(Application atelier, String slug) {
        return atelier.http().find("/api/artworks/" + slug).orElse("");
    }

    private static void await(Application atelier, String slug, String text) {
        if (!Waiting.until(MILLIS_FOR_A_FILM, 200, () -> state(atelier, slug).contains(text))) {
            throw new BenchException(slug + " did not come to " + text + " in time: " + state(atelier, slug));
        }
    }

    private void print(Served atelier, Served nginx) {
        line("## %d players beside an encode, %d cores, %d s", players, Runtime.getRuntime().availableProcessors(), seconds);
        line("");
        line("| served by | playlists | median (ms) | 99 %% (ms) | longest (ms) | segments | 99 %% (ms) | errors | flat out, %d connections (MB/s) | answers/s |", CONNECTIONS);
        line("|---|---|---|---|---|---|---|---|---|---|");
        List.of(atelier, nginx).forEach(this::row);
        line("");
        line("| goal | measured | holds |");
        line("|---|---|---|");
        double slowest = atelier.paced().playlists().within(0.99);
        goal("99 % of playlists within 50 ms", String.format(Locale.ROOT, "%.1f ms", slowest), slowest < MOST_MILLIS);
        goal("no errors", Integer.toString(atelier.errors()), atelier.errors() == 0);
        double share = atelier.throughput() / nginx.throughput();
        goal("throughput ≥ 0.5 × nginx", String.format(Locale.ROOT, "%.2f", share), share >= LEAST_SHARE);
        List.of(atelier, nginx).stream()
                .map(each -> each.paced().firstError() + each.flatOut().firstError())
                .filter(each -> !each.isEmpty())
                .forEach(each -> System.err.println("First error: " + each));
    }

    private void row(Served served) {
        Tally playlists = served.paced().playlists();
        Tally segments = served.paced().segments();
        int answers = served.flatOut().segments().count() + served.flatOut().playlists().count();
        line("| %s | %d | %.1f | %.1f | %.1f | %d | %.1f | %d | %.0f | %.0f |",
                served.by(),
                playlists.count(),
                playlists.within(0.5),
                playlists.within(0.99),
                playlists.within(1),
                segments.count(),
                segments.within(0.99),
                served.errors(),
                served.throughput(),
                answers / served.flatSeconds());
    }

    private static void goal(String name, String value, boolean holds) {
        line("| %s | %s | %s |", name, value, holds ? "yes" : "**no**");
    }

    private static void line(String format, Object... values) {
        System.out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
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
