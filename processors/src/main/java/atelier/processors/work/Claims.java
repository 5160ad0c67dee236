package atelier.processors.work;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims that a killed process left behind. */
public final class Claims {
    private final JdbcClient sql;

    public Claims(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Gives up all claims. Only for a process that has the database to itself: then whoever claimed is dead, and its work need
     * not wait until its heartbeats are missed.
     *
     * @return how many jobs are free again
     */
    public int releaseAll() {
        return List.of("read_jobs", "encode_jobs").stream()
                .mapToInt(table -> sql.sql("UPDATE " + table
                                + " SET picked = 0, picked_by = NULL, last_heartbeat = NULL, version = version + 1"
                                + " WHERE picked = 1")
                        .update())
                .sum();
    }
}
