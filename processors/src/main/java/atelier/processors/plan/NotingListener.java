package atelier.processors.plan;

import atelier.processors.index.IndexListener;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import atelier.processors.index.Outliner;
import atelier.processors.sources.ReadingLog;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notes what is read before it hands it on.
 *
 * @param first is told of each chunk first
 * @param log notes where packets are, if somebody wants that
 * @param listener is told of all
 */
record NotingListener(Consumer<IndexedChunk> first, Optional<ReadingLog> log, IndexListener listener)
        implements IndexListener {

    /** Nodes that fetch parts of a file need to be told where all of a chunk's packets are, which is noted as it is read in its order. */
    @Override
    public void opened(Outliner outliner) {
        if (log.isEmpty()) {
            listener.opened(outliner);
        }
    }

    @Override
    public void chunk(IndexedChunk chunk) {
        first.accept(chunk);
        log.ifPresent(each -> each.chunk(chunk.number()));
        listener.chunk(chunk);
    }

    @Override
    public void sound(IndexedSound piece) {
        listener.sound(piece);
    }

    @Override
    public void giveWay() {
        listener.giveWay();
    }
}
