package atelier.processors.catalog;

import java.time.Clock;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code rejections}. */
public final class Rejections {
    private final JdbcClient sql;
    private final Clock clock;

    public Rejections(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Records a refused file.
     *
     * @param inputId the input that it was, where it had been taken already
     */
    public void add(long artworkId, OptionalLong inputId, String path, String problem, String remedy) {
        sql.sql("""
                        INSERT INTO rejections (artwork_id, input_id, file_path, problem, remedy, created_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        artworkId,
                        inputId.isPresent() ? inputId.getAsLong() : null,
                        path,
                        problem,
                        remedy,
                        Sql.now(clock))
                .update();
    }
}
