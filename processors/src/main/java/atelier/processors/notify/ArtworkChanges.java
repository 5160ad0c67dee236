package atelier.processors.notify;

import atelier.processors.catalog.ArtworkView;
import atelier.processors.catalog.ArtworkViews;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each change of an artwork, as the API shows it, to whoever listens in this process. */
public final class ArtworkChanges {
    private static final Logger LOG = LoggerFactory.getLogger(ArtworkChanges.class);

    private final ArtworkViews views;
    private final List<Consumer<ArtworkView>> listeners = new CopyOnWriteArrayList<>();

    public ArtworkChanges(ArtworkViews views) {
        this.views = views;
    }

    /** Listens until {@link #stop}. */
    public void listen(Consumer<ArtworkView> listener) {
        listeners.add(listener);
    }

    public void stop(Consumer<ArtworkView> listener) {
        listeners.remove(listener);
    }

    /** Says that an artwork changed. A listener that fails is no reason to fail here. */
    public void changed(long artworkId) {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            views.find(artworkId).ifPresent(view -> listeners.forEach(listener -> listener.accept(view)));
        } catch (RuntimeException e) {
            LOG.warn("Artwork {} changed, but pages were not told; they show it after a reload.", artworkId, e);
        }
    }
}
