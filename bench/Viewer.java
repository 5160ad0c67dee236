package bench;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Watches a film from its beginning while it is made, in its lowest rendition, as fast as it was filmed. */
final class Viewer {
    private static final Pattern DURATION = Pattern.compile("(?m)^#EXTINF:([0-9.]+)");
    private static final Pattern ENTRY = Pattern.compile("(?m)^([^#\\s].*)$");

    /** As often as players ask for a growing playlist. */
    private static final long ASK_MILLIS = 1000;

    private final Http http;

    Viewer(Http http) {
        this.http = http;
    }

    /**
     * Watches to the end.
     *
     * @return seconds that it had to wait for what was not made yet
     */
    double secondsOfWaiting(String slug, int length) {
        double waited = 0;
        double position = 0;
        long last = System.nanoTime();
        while (position < length - 0.5) {
            double there = secondsThere(slug);
            pause();
            long now = System.nanoTime();
            double passed = (now - last) / 1e9;
            double played = Math.min(passed, Math.max(0, there - position));
            position += played;
            waited += passed - played;
            last = now;
        }
        return waited;
    }

    /** Of whatever edition is current: it may be sealed meanwhile. */
    private double secondsThere(String slug) {
        URI address = http.at("/media/" + slug + "/master.m3u8");
        Optional<URI> lowest = http.find(address).flatMap(master -> {
            Matcher entry = ENTRY.matcher(master);
            return entry.find() ? Optional.of(address.resolve(entry.group(1).strip())) : Optional.empty();
        });
        Matcher found = DURATION.matcher(lowest.flatMap(http::find).orElse(""));
        double sum = 0;
        while (found.find()) {
            sum += Double.parseDouble(found.group(1));
        }
        return sum;
    }

    private static void pause() {
        try {
            Thread.sleep(ASK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.", e);
        }
    }
}
