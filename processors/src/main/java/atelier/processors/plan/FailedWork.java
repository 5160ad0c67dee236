package atelier.processors.plan;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what was given up, of what is still wanted. */
public final class FailedWork {
    private static final String OUTPUTS = """
            SELECT DISTINCT a.id AS artwork, f.id AS format, r.fingerprint, o.kind, r.number,
                COALESCE(NULLIF(JSON_VALUE(p.recipe, '$.encoder'), ''), JSON_VALUE(p.recipe, '$.codec'), 'h264') AS codec
            FROM artworks a
            JOIN rendition_chunks r ON r.plan_id = a.plan_id
            JOIN plan_renditions p ON p.plan_id = r.plan_id AND p.video_format_id = r.video_format_id
            JOIN video_formats f ON f.id = r.video_format_id
            JOIN outputs o ON o.fingerprint = r.fingerprint AND o.state = 'failed'
            """;

    private final JdbcClient sql;

    public FailedWork(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What is asked for: all, an artwork's, or a rendition's.
     *
     * @param slug of the artwork; none: of all
     * @param rendition of it; none: all of them, and its source
     */
    public record Scope(Optional<String> slug, Optional<String> rendition) {
        /** All that failed. */
        public static final Scope ALL = new Scope(Optional.empty(), Optional.empty());

        String slugText() {
            return slug.orElse("");
        }

        String renditionText() {
            return rendition.orElse("");
        }
    }

    record FailedOutput(long artworkId, long formatId, String fingerprint, String kind, int number, String codec) {}

    record FailedInput(long artworkId, long inputId, String formatType) {}

    /**
     * The failed outputs of the plans that are followed. Who shares one with an artwork that was asked for is among them:
     * it gets it too.
     */
    List<FailedOutput> outputs(Scope scope) {
        List<String> asked = sql
                .sql(OUTPUTS + "WHERE :slug IN ('', a.slug) AND :rendition IN ('', f.format_type)")
                .param("slug", scope.slugText())
                .param("rendition", scope.renditionText())
                .query((row, n) -> row.getString("fingerprint"))
                .list()
                .stream()
                .distinct()
                .toList();
        return asked.isEmpty()
                ? List.of()
                : sql.sql(OUTPUTS + "WHERE r.fingerprint IN (:asked) ORDER BY a.id, r.number")
                        .param("asked", asked)
                        .query((row, n) -> new FailedOutput(
                                row.getLong("artwork"),
                                row.getLong("format"),
                                row.getString("fingerprint"),
                                row.getString("kind"),
                                row.getInt("number"),
                                row.getString("codec")))
                        .list();
    }

    /** The inputs that could not be read, and that no later delivery has replaced. */
    List<FailedInput> inputs(Scope scope) {
        return sql.sql("""
                        SELECT f.artwork_id, i.id, f.format_type FROM job_failures j
                        JOIN inputs i ON i.id = CAST(j.job AS UNSIGNED)
                        JOIN video_formats f ON f.id = i.video_format_id
                        JOIN artworks a ON a.id = f.artwork_id
                        WHERE j.task = 'read' AND j.given_up AND i.chunk_count IS NULL
                            AND :slug IN ('', a.slug) AND :rendition IN ('', f.format_type)
                            AND NOT EXISTS (SELECT 1 FROM inputs n
                                WHERE n.video_format_id = i.video_format_id AND n.id > i.id)
                        ORDER BY i.id""")
                .param("slug", scope.slugText())
                .param("rendition", scope.renditionText())
                .query((row, n) ->
                        new FailedInput(row.getLong("artwork_id"), row.getLong("id"), row.getString("format_type")))
                .list();
    }

    /**
     * Lets objects of buckets be looked at again that could not be fetched; the next sweep leaves jobs for them.
     *
     * @return how many there are
     */
    int objectsAgain(Scope scope) {
        return sql.sql("""
                        UPDATE bucket_objects SET waiting = TRUE, noticed = noticed + 1
                        WHERE outcome = 'failed' AND NOT waiting AND :slug IN ('', slug)
                            AND :rendition IN ('', format_type)""")
                .param("slug", scope.slugText())
                .param("rendition", scope.renditionText())
                .update();
    }
}
