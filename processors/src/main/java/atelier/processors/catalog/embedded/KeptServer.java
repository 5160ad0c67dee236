package atelier.processors.catalog.embedded;

import ch.vorburger.exec.ManagedProcessException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that is started again when it ends by itself: killed, out of memory, crashed. On the same port, so that whoever is
 * connected need only connect again; InnoDB recovers every commit.
 */
final class KeptServer {
    private static final Logger LOG = LoggerFactory.getLogger(KeptServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE = 500;
    private static final long LONGEST_PAUSE = 30_000;

    /** Starts a server on the folder. */
    interface Starter {
        Server start(int port) throws IOException;
    }

    private final DataFolder folder;
    private final Starter starter;
    private final int port;
    private final ExecutorService reviving = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "mariadb-revival");
        thread.setDaemon(true);
        return thread;
    });

    private Server server;
    private boolean stopped;

    KeptServer(DataFolder folder, Server first, Starter starter) {
        this.folder = folder;
        this.starter = starter;
        this.server = first;
        this.port = first.getConfiguration().getPort();
        watch();
    }

    int port() {
        return port;
    }

    /** Stops it for good. */
    synchronized void stop() throws ManagedProcessException {
        stopped = true;
        reviving.shutdownNow();
        server.stop();
    }

    private void watch() {
        CompletableFuture<ProcessHandle> end = folder.process()
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(ProcessHandle.current()));
        end.thenRunAsync(this::revive, reviving);
    }

    private void revive() {
        if (isStopped()) {
            return;
        }
        LOG.warn("MariaDB ended by itself. It is started again; nothing that was committed is lost.");
        long pause = FIRST_PAUSE;
        while (!isStopped() && !started()) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized boolean started() {
        if (stopped) {
            return true;
        }
        try {
            folder.awaitUnused(PATIENCE);
            folder.prepare();
            server = starter.start(port);
            LOG.info("MariaDB is up again.");
            watch();
            return true;
        } catch (IOException | DatabaseException e) {
            LOG.warn("MariaDB could not be started again; it is tried later: {}", e.getMessage());
            return false;
        }
    }
}
