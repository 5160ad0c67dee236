package atelier.routes.steps;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells what was said already, so that what fails every few seconds does not fill the log. Remembers the last thousand. */
final class News {
    private static final int REMEMBERED = 1000;

    private final Clock clock;
    private final Duration silence;
    private final Map<String, Said> said = new LinkedHashMap<>();

    private record Said(String what, Instant at) {}

    /** @param silence for how long the same is no news */
    News(Clock clock, Duration silence) {
        this.clock = clock;
        this.silence = silence;
    }

    /** Whether this was not said of the same thing a short while ago; from now on it was. */
    synchronized boolean isNew(String about, String what) {
        Instant now = clock.instant();
        Said before = said.get(about);
        if (before != null
                && before.what().equals(what)
                && now.isBefore(before.at().plus(silence))) {
            return false;
        }
        said.remove(about);
        said.put(about, new Said(what, now));
        if (said.size() > REMEMBERED) {
            said.remove(said.keySet().iterator().next());
        }
        return true;
    }
}
