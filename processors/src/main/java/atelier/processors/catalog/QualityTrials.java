package atelier.processors.catalog;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code quality_trials}: what short encodes came to. */
public final class QualityTrials {
    private final JdbcClient sql;
    private final Clock clock;

    public QualityTrials(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What a trial came to.
     *
     * @param kilobits a second
     * @param ssim of its luma
     * @param cpuMillis CPU time that it took
     */
    public record Measured(double kilobits, double ssim, long cpuMillis) {}

    /** What the trial of that fingerprint came to, if it was made. */
    public Optional<Measured> find(String fingerprint) {
        return sql.sql("SELECT * FROM quality_trials WHERE fingerprint = :fp")
                .param("fp", fingerprint)
                .query((row, n) ->
                        new Measured(row.getDouble("kilobits"), row.getDouble("ssim"), row.getLong("cpu_ms")))
                .optional();
    }

    /** Records a trial; of two of the same the first one counts, for both. */
    public Measured add(String fingerprint, Measured measured) {
        sql.sql("""
                        INSERT IGNORE INTO quality_trials (fingerprint, kilobits, ssim, cpu_ms, created_at)
                        VALUES (:fp, :kilobits, :ssim, :cpu, :now)""")
                .param("fp", fingerprint)
                .param("kilobits", measured.kilobits())
                .param("ssim", measured.ssim())
                .param("cpu", measured.cpuMillis())
                .param("now", Sql.now(clock))
                .update();
        return find(fingerprint).orElseThrow();
    }
}
