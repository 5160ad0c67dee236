package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Measures one change after the other, in one run of Atelier. */
final class Stopwatch {
    /** Seldom: each answer costs Atelier work that counts as its own. */
    private static final int BETWEEN_MILLIS = 250;

    private final Application atelier;
    private final Library library;
    private final long patience;

    Stopwatch(Application atelier, long patience) {
        this.atelier = atelier;
        this.library = new Library(atelier.http());
        this.patience = patience;
    }

    Library library() {
        return library;
    }

    /** Delivers a film and waits until a newer plan of the artwork is done. */
    Step deliver(String name, Path film, String file) throws IOException {
        String slug = file.replaceFirst("(@\\w+)?\\.\\w+$", "");
        int plan = library.plan(slug);
        Snapshot before = snapshot();
        atelier.deliverAs(film, file);
        long start = System.nanoTime();
        double wall = await(name, start, () -> library.isReady(slug, plan));
        return step(name, slug, before, wall, Reading.seconds(film));
    }

    /** Delivers what is there already, and waits until that has been noticed. */
    Step deliverAgain(String name, Path film, String file) throws IOException {
        String slug = file.replaceFirst("\\.\\w+$", "");
        Snapshot before = snapshot();
        atelier.deliverAs(film, file);
        long start = System.nanoTime();
        double wall = await(name, start, () -> Files.notExists(atelier.inbox(file)) && library.isReady(slug, 0));
        return step(name, slug, before, wall, Reading.seconds(film));
    }

    /** Calls Atelier, and waits until a newer plan of the artwork is done. */
    Step call(String name, String method, String path, String slug) throws IOException {
        int plan = library.plan(slug);
        Snapshot before = snapshot();
        long start = System.nanoTime();
        library.call(method, path);
        double wall = await(name, start, () -> library.isReady(slug, plan));
        return step(name, slug, before, wall, 0);
    }

    /** Lets Atelier look at the whole library, and waits until nothing is left to do. */
    Step batch(String name, String slug) throws IOException {
        Snapshot before = snapshot();
        long start = System.nanoTime();
        System.err.println("  " + library.batch(patience));
        double wall = await(name, start, () -> library.needed(slug) == 0 && library.isReady(slug, 0));
        return step(name, slug, before, wall, 0);
    }

    private double await(String name, long start, BooleanSupplier done) {
        if (!Waiting.until(patience, BETWEEN_MILLIS, done)) {
            throw new BenchException("\"" + name + "\" did not come to its end.");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private Step step(String name, String slug, Snapshot before, double wall, double reading)
            throws IOException {
        await(name, System.nanoTime(), () -> library.isSettled(slug));
        Snapshot now = snapshot();
        Usage usage = new Usage(
                now.usage.ffmpeg() - before.usage.ffmpeg(),
                now.usage.jvm() - before.usage.jvm(),
                now.usage.database() - before.usage.database(),
                0,
                wall,
                0);
        Step step = new Step(name, now.counters.since(before.counters), now.frames - before.frames, usage, reading);
        System.err.println("  " + name + ": " + step.counters() + " " + usage);
        return step;
    }

    private Snapshot snapshot() throws IOException {
        return new Snapshot(atelier.usage(), Counters.of(atelier.http()), atelier.framesEncoded());
    }

    private record Snapshot(Usage usage, Counters counters, long frames) {}
}
