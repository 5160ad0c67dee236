package atelier.routes.app;

import atelier.processors.encode.ScratchFolders;
import atelier.processors.work.Claims;
import atelier.processors.work.WorkEngine;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** Begins to work when all is up: jobs travel through routes, which Camel starts last. Stops before anything else. */
final class WorkLifecycle implements SmartLifecycle {
    private final WorkEngine engine;
    private final Path work;
    private final boolean encodes;
    private final Claims claims;
    private volatile boolean running;

    /** @param encodes whether this node takes jobs */
    WorkLifecycle(WorkEngine engine, Path work, boolean encodes, Claims claims) {
        this.engine = engine;
        this.work = work;
        this.encodes = encodes;
        this.claims = claims;
    }

    /** Cleans up after a killed predecessor. */
    @Override
    public void start() {
        ScratchFolders.empty(work);
        claims.tidy();
        running = true;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (encodes) {
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
