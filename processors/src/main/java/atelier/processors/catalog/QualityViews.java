package atelier.processors.catalog;

import atelier.processors.catalog.RenditionView.Quality;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows what was chosen for an artwork's renditions, of what its present plan encodes. */
final class QualityViews {
    private final JdbcClient sql;

    QualityViews(JdbcClient sql) {
        this.sql = sql;
    }

    /** By rendition; not of a recipe that is another one since. */
    Map<String, Quality> of(long artworkId) {
        return sql
                .sql("""
                        SELECT c.* FROM quality_choices c
                        JOIN artworks a ON a.id = c.artwork_id
                        JOIN video_formats f ON f.artwork_id = c.artwork_id AND f.format_type = c.format_type
                        JOIN plan_renditions r ON r.plan_id = a.plan_id AND r.video_format_id = f.id
                        WHERE c.artwork_id = :artwork AND f.origin <> 'override'
                            AND JSON_VALUE(r.recipe, '$.crf') = IF(c.used, c.crf, c.recipe_crf)""")
                .param("artwork", artworkId)
                .query((row, n) -> Map.entry(
                        row.getString("format_type"),
                        new Quality(
                                row.getBoolean("used"),
                                row.getInt("recipe_crf"),
                                row.getInt("crf"),
                                row.getDouble("ssim"),
                                row.getDouble("saved"),
                                row.getLong("cpu_ms") / 1000.0,
                                Optional.ofNullable(row.getString("instead")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Which lower rendition shows as much, by the names of those that the present plan has not for that. */
    Map<String, String> leftOut(long artworkId) {
        return sql
                .sql("""
                        SELECT c.format_type, c.instead FROM quality_choices c
                        JOIN artworks a ON a.id = c.artwork_id
                        JOIN plans p ON p.id = a.plan_id AND p.source_id = c.input_id
                        WHERE c.artwork_id = :artwork AND c.used AND c.instead IS NOT NULL AND NOT EXISTS (
                            SELECT 1 FROM plan_renditions r JOIN video_formats f ON f.id = r.video_format_id
                            WHERE r.plan_id = a.plan_id AND f.format_type = c.format_type)""")
                .param("artwork", artworkId)
                .query((row, n) -> Map.entry(row.getString("format_type"), row.getString("instead")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
