package atelier.processors.node;

import atelier.processors.notify.ArtworkChanges;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the pages that this node serves what other nodes changed. For one thread. */
public final class ChangesElsewhere {
    private static final int MOST = 500;

    private final JdbcClient sql;
    private final Nodes nodes;
    private final Node own;
    private final ArtworkChanges changes;
    private final Map<Long, LocalDateTime> told = new HashMap<>();
    private LocalDateTime since;

    /** @param own the node that serves */
    public ChangesElsewhere(JdbcClient sql, Nodes nodes, Node own, ArtworkChanges changes) {
        this.sql = sql;
        this.nodes = nodes;
        this.own = own;
        this.changes = changes;
        this.since = newest();
    }

    private record Changed(long id, LocalDateTime at) {}

    /** Looks for what changed since the last look, if anybody else is there who could have changed it. */
    public void look() {
        if (nodes.others(own).isEmpty()) {
            since = newest();
            return;
        }
        List<Changed> changed = changedSince();
        changed.stream()
                .filter(each -> !each.at().equals(told.get(each.id())))
                .forEach(each -> changes.changed(each.id()));
        told.clear();
        changed.forEach(each -> told.put(each.id(), each.at()));
        changed.stream().map(Changed::at).reduce((one, next) -> next).ifPresent(last -> since = last);
    }

    private List<Changed> changedSince() {
        return sql.sql("SELECT id, updated_at FROM artworks WHERE updated_at >= :since ORDER BY updated_at LIMIT :most")
                .param("since", since)
                .param("most", MOST)
                .query((row, n) -> new Changed(row.getLong(1), row.getObject(2, LocalDateTime.class)))
                .list();
    }

    private LocalDateTime newest() {
        return sql.sql("SELECT COALESCE(MAX(updated_at), '2000-01-01') FROM artworks")
                .query((row, n) -> row.getObject(1, LocalDateTime.class))
                .single();
    }
}
