package atelier.processors.viewing;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps what viewers saw. */
public final class Viewing {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Artworks artworks;
    private final ViewingTables tables;
    private final TransactionOperations transactions;

    public Viewing(Artworks artworks, JdbcClient sql, TransactionOperations transactions, Clock clock) {
        this.artworks = artworks;
        this.tables = new ViewingTables(sql, clock);
        this.transactions = transactions;
    }

    /** Keeps what a player told; false where there is no such artwork. */
    public boolean keep(PlaybackBatch batch) {
        Optional<Artwork> artwork = artworks.find(batch.slug());
        if (artwork.isPresent() && !batch.events().isEmpty()) {
            long id = artwork.get().id();
            transactions.executeWithoutResult(status -> {
                batch.events().forEach(event -> tables.add(id, batch.session(), event));
                tables.rollUp(id, batch.events());
            });
        }
        return artwork.isPresent();
    }

    /** Keeps what requests said since the last time. */
    public void keep(CmcdTally tally) {
        tally.slugs().forEach(slug -> tally.take(slug).ifPresent(sums -> tables.rollUp(slug, sums)));
    }

    /** What was seen of an artwork, the newest day first; nothing where there is no such artwork. */
    public Optional<List<ViewingDay>> days(String slug, int most) {
        return artworks.find(slug).map(artwork -> tables.days(artwork.id(), most));
    }

    /** Forgets raw events that are older than 30 days. */
    public void forget() {
        while (tables.forget(KEPT) > 0) {
            // There may be more of them.
        }
    }
}
