package atelier.routes.app;

import atelier.processors.work.FetchEngine;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** Begins to fetch when all is up, and stops before anything else. */
final class FetchLifecycle implements SmartLifecycle {
    private final FetchEngine engine;
    private final boolean watches;
    private volatile boolean running;

    /** @param watches whether this node takes what is delivered */
    FetchLifecycle(FetchEngine engine, boolean watches) {
        this.engine = engine;
        this.watches = watches;
    }

    @Override
    public void start() {
        running = true;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (watches) {
            engine.start();
        }
    }

    @Override
    public void stop() {
        engine.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
