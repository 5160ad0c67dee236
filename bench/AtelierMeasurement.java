package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run by Atelier: warm-up, the minute to its end, once unseen and once watched, the beginning of the ten minutes. */
final class AtelierMeasurement {
    private static final int PLAYER_MILLIS = 20;

    /** Seldom: each answer costs Atelier work that would count as its own. */
    private static final int STATE_MILLIS = 500;

    private static final Pattern ENDED = Pattern.compile("\"state\":\"(ready|failed)\"");
    private static final Pattern BYTES = Pattern.compile("\"bytes\":(\\d+)");
    private static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);

    private final Application atelier;
    private final long patience;

    AtelierMeasurement(Application atelier, long patience) {
        this.atelier = atelier;
        this.patience = patience;
    }

    Run measure(Sources sources) throws IOException {
        atelier.deliver(sources.warmUp(), "bench/warm-up");
        awaitReady("bench/warm-up");
        Usage minute = make(sources.minute(), "bench/minute");
        Viewing viewing = watch(sources.watched(), "bench/watched", () -> new Viewer(atelier.http())
                .secondsOfWaiting("bench/watched", Sources.SECONDS));
        double firstOfTen = secondsToFirst(sources.tenMinutes(), "bench/ten-minutes");
        return new Run(minute, NONE, NONE, viewing, firstOfTen);
    }

    /** Copies a film and waits until all of it is made; what that cost, from the end of the copy. */
    Usage make(Path film, String slug) throws IOException {
        Usage before = atelier.usage();
        double afterCopy = deliver(film, slug);
        awaitReady(slug);
        return cost(before, atelier.usage(), afterCopy, slug);
    }

    /** The same; and from when on the film could be played, while nobody watches. */
    Viewing makeAndSee(Path film, String slug) throws IOException {
        return watch(film, slug, () -> 0);
    }

    private Viewing watch(Path film, String slug, DoubleSupplier viewer) throws IOException {
        Usage before = atelier.usage();
        double first = secondsToFirst(film, slug);
        double start = System.nanoTime() / 1e9 - first;
        double waited = viewer.getAsDouble();
        awaitReady(slug);
        return new Viewing(cost(before, atelier.usage(), start, slug), first, waited);
    }

    /** @return when the copy ended, in seconds */
    private double deliver(Path film, String slug) throws IOException {
        atelier.deliver(film, slug);
        return System.nanoTime() / 1e9;
    }

    /** Copies a film and waits until it can be played. */
    private double secondsToFirst(Path film, String slug) throws IOException {
        Player player = new Player(atelier.http());
        double copied = deliver(film, slug);
        if (!Waiting.until(patience, PLAYER_MILLIS, () -> player.canPlay(slug))) {
            throw new BenchException(slug + " could not be played: " + state(slug));
        }
        return System.nanoTime() / 1e9 - copied;
    }

    private void awaitReady(String slug) {
        Waiting.until(patience, STATE_MILLIS, () -> ENDED.matcher(state(slug)).find());
        if (!state(slug).contains("\"state\":\"ready\"")) {
            throw new BenchException(slug + " was not made: " + state(slug));
        }
    }

    private Usage cost(Usage before, Usage after, double start, String slug) {
        double ffmpeg = after.ffmpeg() - before.ffmpeg();
        double jvm = after.jvm() - before.jvm();
        double database = after.database() - before.database();
        double others = after.others() - before.others() - ffmpeg - jvm - database;
        return new Usage(ffmpeg, jvm, database, Math.max(0, others), after.wall() - start, bytes(slug));
    }

    /** Of all renditions, as the API states them. */
    private long bytes(String slug) {
        Matcher found = BYTES.matcher(state(slug));
        long sum = 0;
        while (found.find()) {
            sum += Long.parseLong(found.group(1));
        }
        return sum;
    }

    private String state(String slug) {
        return atelier.http().find("/api/artworks/" + slug).orElse("it is not there");
    }
}
