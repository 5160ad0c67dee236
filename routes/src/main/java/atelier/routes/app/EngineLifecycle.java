package atelier.routes.app;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** An engine begins to claim jobs when all is up: they travel through routes, which Camel starts last. It stops before anything else. */
final class EngineLifecycle implements SmartLifecycle {
    private final Runnable prepare;
    private final Runnable begin;
    private final Runnable end;
    private volatile boolean running;

    /**
     * @param prepare cleans up after a killed predecessor
     * @param begin nothing where this node takes no such jobs
     */
    EngineLifecycle(Runnable prepare, Runnable begin, Runnable end) {
        this.prepare = prepare;
        this.begin = begin;
        this.end = end;
    }

    @Override
    public void start() {
        prepare.run();
        running = true;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        begin.run();
    }

    @Override
    public void stop() {
        end.run();
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
