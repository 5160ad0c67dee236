package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Lets faults happen during a batch on two nodes, and compares what is published with an undisturbed run. */
public final class Chaos {
    private static final long PATIENCE_MILLIS = 15 * 60 * 1000;

    private final int faults;
    private final long seed;
    private final Options options;
    private final Path folder;
    private final Map<String, Path> films = new LinkedHashMap<>();
    private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);

    private Chaos(int faults, long seed, Options options, Path folder) {
        this.faults = faults;
        this.seed = seed;
        this.options = options;
        this.folder = folder;
    }

    /** Arguments: the repository, how many faults, a seed, {@code --}, the launcher. Ends with 1 where anything is wrong. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("atelier-chaos-");
        Runtime.getRuntime().addShutdownHook(new Thread(Children::stopAll));
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        int faults = Integer.parseInt(words.remove(1));
        long seed = Long.parseLong(words.remove(1));
        boolean right = false;
        try {
            right = new Chaos(faults, seed, Options.of(words.toArray(String[]::new)), folder).run();
        } catch (BenchException e) {
            System.err.println(e.getMessage());
        }
        if (right) {
            Folders.remove(folder);
        } else {
            System.err.println("What was made and said stays in " + folder + ".");
        }
        System.exit(right ? 0 : 1);
    }

    private boolean run() throws IOException {
        // Several faults for each film, so that some meet the same one.
        int count = Math.max(4, faults / 5 + 2);
        for (int film = 0; film < count; film++) {
            films.put("film-" + film, ChaosFilms.film(options.root().resolve("target/bench/chaos"), film));
        }
        System.err.println("Undisturbed: " + count + " films.");
        Map<String, Exhibit> undisturbed;
        long begun;
        try (ChaosStudio studio = ChaosStudio.open(options, Files.createDirectory(folder.resolve("undisturbed")), 2, List.of())) {
            deliverAll(studio);
            require(studio.awaitReady(List.copyOf(films.keySet()), PATIENCE_MILLIS));
            undisturbed = studio.exhibits(films);
            begun = studio.encodesBegun();
        }
        System.err.println("Disturbed: " + faults + " faults, seed " + seed + ".");
        ChaosStudio studio = ChaosStudio.open(options, Files.createDirectory(folder.resolve("disturbed")), 2, List.of());
        List<String> wrong = new ArrayList<>();
        try (studio) {
            disturb(studio);
            studio.awaitUp();
            studio.awaitReady(List.copyOf(films.keySet()), PATIENCE_MILLIS).forEach(slug -> wrong.add(slug + " is not ready"));
            if (wrong.isEmpty()) {
                Map<String, Exhibit> made = studio.exhibits(films);
                made.forEach((slug, each) -> wrong.addAll(each.differences(slug, undisturbed.get(slug))));
            }
            wrong.addAll(new ChaosLeftovers(studio, films).whileUp());
        }
        wrong.addAll(new ChaosLeftovers(studio, films).afterEnd());
        report(begun, studio.encodesBegun(), wrong);
        return wrong.isEmpty();
    }

    private void require(List<String> left) {
        if (!left.isEmpty()) {
            throw new BenchException("Undisturbed, these were not made: " + left);
        }
    }

    private void deliverAll(ChaosStudio studio) throws IOException {
        for (Map.Entry<String, Path> film : films.entrySet()) {
            studio.deliver(film.getKey(), film.getValue());
        }
    }

    /** Films come between faults, so that there is work all the time. */
    private void disturb(ChaosStudio studio) throws IOException {
        Random random = new Random(seed);
        List<String> waiting = new ArrayList<>(films.keySet());
        for (int fault = 0; fault < faults; fault++) {
            int due = (fault + 1) * films.size() / faults + 2;
            while (!waiting.isEmpty() && films.size() - waiting.size() < due) {
                String slug = waiting.remove(0);
                studio.deliver(slug, films.get(slug));
            }
            strike(studio, random);
            long calm = 500 + random.nextInt(4000);
            Waiting.until(calm, 250, () -> {
                studio.keep();
                return false;
            });
        }
        for (String slug : waiting) {
            studio.deliver(slug, films.get(slug));
        }
    }

    private void strike(ChaosStudio studio, Random random) {
        Optional<String> what = Optional.empty();
        while (what.isEmpty()) {
            Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
            what = fault.strike(studio, random);
            if (what.isPresent()) {
                struck.merge(fault, 1, Integer::sum);
            } else {
                // It had nothing to strike, such as a database whose node is starting.
                studio.keep();
                Waiting.until(200, 200, () -> false);
            }
        }
        System.err.println("  " + what.get());
    }

    private void report(long undisturbed, long disturbed, List<String> wrong) {
        System.out.println("Faults: " + struck);
        System.out.println("Chunks begun, of each rendition: " + undisturbed + " undisturbed, " + disturbed + " disturbed: "
                + (disturbed - undisturbed) + " again, "
                + String.format(java.util.Locale.ROOT, "%.2f", (disturbed - undisturbed) / (double) Math.max(1, faults))
                + " a fault.");
        System.out.println(wrong.isEmpty() ? "Nothing is lost, nothing is wrong, nothing is left." : "Wrong:");
        wrong.forEach(each -> System.out.println("  " + each));
    }
}
