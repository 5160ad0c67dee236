package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code quality_choices}. Of two nodes that choose at a time the first one's counts. */
public final class QualityChoices {
    private final JdbcClient sql;
    private final Clock clock;

    public QualityChoices(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A choice as it was found, to be replaced.
     *
     * @param version of its row
     */
    public record Standing(QualityChoice choice, int version) {}

    /** What was chosen for a rendition of an artwork. */
    public Optional<Standing> find(long artworkId, String rendition) {
        return sql.sql("SELECT * FROM quality_choices WHERE artwork_id = :artwork AND format_type = :rendition")
                .param("artwork", artworkId)
                .param("rendition", rendition)
                .query((row, n) -> new Standing(map(row), row.getInt("version")))
                .optional();
    }

    /** The choice that is made for a rendition, by the key of a form of its artwork. */
    public Optional<QualityChoice> used(long form, String rendition) {
        return sql.sql("""
                        SELECT c.* FROM quality_choices c JOIN video_formats f ON f.artwork_id = c.artwork_id
                        WHERE f.id = :form AND c.format_type = :rendition AND c.used""")
                .param("form", form)
                .param("rendition", rendition)
                .query((row, n) -> map(row))
                .optional();
    }

    /** Records a choice, unless another was recorded since that one was found. */
    public void put(long artworkId, String rendition, QualityChoice choice, Optional<Standing> found) {
        String statement = found.isPresent() ? """
                        UPDATE quality_choices SET used = :used, basis = :basis, recipe_crf = :recipeCrf, crf = :crf, ssim = :ssim,
                            saved = :saved, cpu_ms = :cpu, instead = :instead, input_id = :input, version = version + 1, created_at = :now
                        WHERE artwork_id = :artwork AND format_type = :rendition AND version = :version""" : """
                        INSERT IGNORE INTO quality_choices (artwork_id, format_type, used, basis, recipe_crf, crf, ssim, saved,
                            cpu_ms, instead, input_id, version, created_at)
                        VALUES (:artwork, :rendition, :used, :basis, :recipeCrf, :crf, :ssim, :saved, :cpu, :instead, :input,
                            :version, :now)""";
        sql.sql(statement)
                .param("artwork", artworkId)
                .param("rendition", rendition)
                .param("used", choice.used())
                .param("basis", choice.basis())
                .param("recipeCrf", choice.recipeCrf())
                .param("crf", choice.crf())
                .param("ssim", choice.ssim())
                .param("saved", choice.saved())
                .param("cpu", choice.cpuMillis())
                .param("instead", choice.instead().orElse(null))
                .param("input", choice.inputId())
                .param("version", found.map(Standing::version).orElse(1))
                .param("now", Sql.now(clock))
                .update();
    }

    /** Lets the recipe count again, unless another choice was recorded since that one was found. */
    public void drop(long artworkId, String rendition, Standing found) {
        sql.sql("""
                        DELETE FROM quality_choices
                        WHERE artwork_id = :artwork AND format_type = :rendition AND version = :version""")
                .param("artwork", artworkId)
                .param("rendition", rendition)
                .param("version", found.version())
                .update();
    }

    private static QualityChoice map(ResultSet row) throws SQLException {
        return new QualityChoice(
                row.getBoolean("used"),
                row.getString("basis"),
                row.getInt("recipe_crf"),
                row.getInt("crf"),
                row.getDouble("ssim"),
                row.getDouble("saved"),
                row.getLong("cpu_ms"),
                Optional.ofNullable(row.getString("instead")),
                row.getLong("input_id"));
    }
}
