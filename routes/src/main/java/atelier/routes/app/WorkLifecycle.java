package atelier.routes.app;

import atelier.processors.encode.ScratchFolders;
import atelier.processors.work.Claims;
import atelier.processors.work.WorkEngine;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** Begins to work when all is up: jobs travel through routes, which Camel starts last. Stops before anything else. */
final class WorkLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLifecycle.class);

    private final WorkEngine engine;
    private final Path work;
    private final boolean alone;
    private final Claims claims;
    private volatile boolean running;

    /** @param alone whether no other process can be working on this database */
    WorkLifecycle(WorkEngine engine, Path work, boolean alone, Claims claims) {
        this.engine = engine;
        this.work = work;
        this.alone = alone;
        this.claims = claims;
    }

    /** Cleans up after a killed predecessor. */
    @Override
    public void start() {
        ScratchFolders.empty(work);
        if (alone) {
            int released = claims.releaseAll();
            if (released > 0) {
                LOG.info("{} jobs that were cut off go on.", released);
            }
        }
        claims.tidy();
        running = true;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        engine.start();
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
