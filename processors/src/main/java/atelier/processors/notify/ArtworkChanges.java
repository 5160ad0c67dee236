package atelier.processors.notify;

import atelier.processors.catalog.ArtworkView;
import atelier.processors.catalog.ArtworkViews;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each change of an artwork, as the API shows it, to whoever listens in this process. One at a time: nobody hears an older
 * state of an artwork after a newer one.
 */
public final class ArtworkChanges {
    private static final Logger LOG = LoggerFactory.getLogger(ArtworkChanges.class);

    private final ArtworkViews views;
    private final List<Consumer<ArtworkView>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();

    public ArtworkChanges(ArtworkViews views) {
        this.views = views;
    }

    /** Listens until {@link #stop}. A listener must not wait for anything. */
    public void listen(Consumer<ArtworkView> listener) {
        listeners.add(listener);
    }

    public void stop(Consumer<ArtworkView> listener) {
        listeners.remove(listener);
    }

    /** Says that an artwork changed, and that this was committed. A listener that fails is no reason to fail here. */
    public void changed(long artworkId) {
        // Whoever waits for its turn to tell of this artwork looks at it later than now.
        if (listeners.isEmpty() || !waiting.add(artworkId)) {
            return;
        }
        turn.lock();
        try {
            waiting.remove(artworkId);
            tell(artworkId, view -> listeners.forEach(listener -> listener.accept(view)));
        } catch (RuntimeException e) {
            LOG.warn("Artwork {} changed, but pages were not told; they show it after a reload.", artworkId, e);
        } finally {
            turn.unlock();
        }
    }

    /** Tells one listener how an artwork is now. */
    public void tell(long artworkId, Consumer<ArtworkView> listener) {
        turn.lock();
        try {
            views.find(artworkId).ifPresent(listener);
        } finally {
            turn.unlock();
        }
    }
}
