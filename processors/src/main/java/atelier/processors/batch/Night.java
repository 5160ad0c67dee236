package atelier.processors.batch;

import atelier.processors.catalog.Spending;
import atelier.processors.encode.Opening;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Whether nightly work may be done now: in its hours, as long as the night's budget of CPU time lasts. */
public final class Night implements Opening {
    private final NightWindow window;
    private final Duration budget;
    private final Spending spending;
    private final Clock clock;

    /**
     * @param budget CPU time for one night; zero: as much as there are hours
     * @param clock its zone is that of the hours
     */
    public Night(NightWindow window, Duration budget, Spending spending, Clock clock) {
        this.window = window;
        this.budget = budget;
        this.spending = spending;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> closedFor() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        boolean open = window.isOpen(now) && (budget.isZero() || spent(now).compareTo(budget) < 0);
        return open ? Optional.empty() : Optional.of(window.untilNext(now));
    }

    private Duration spent(ZonedDateTime now) {
        return spending.nightlySince(window.opened(now).toInstant());
    }
}
