package atelier.routes.pipeline;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the catalogue says of outputs. */
final class Outputs {
    private static final String OF_ARTWORK = " FROM rendition_chunks r JOIN artworks a ON a.plan_id = r.plan_id"
            + " JOIN outputs o ON o.fingerprint = r.fingerprint WHERE a.slug = ?";

    private final JdbcClient sql;

    Outputs(JdbcClient sql) {
        this.sql = sql;
    }

    /** Fingerprints of all that an artwork consists of, in order. */
    List<String> of(String slug) {
        return sql.sql("SELECT r.fingerprint" + OF_ARTWORK + " ORDER BY r.fingerprint")
                .param(slug)
                .query(String.class)
                .list();
    }

    /** Fingerprints of an artwork's pictures. */
    List<String> videosOf(String slug) {
        return sql.sql("SELECT r.fingerprint" + OF_ARTWORK + " AND o.kind = 'VIDEO'")
                .param(slug)
                .query(String.class)
                .list();
    }

    /** How many of an artwork's outputs were made, each by one encode. */
    int madeFor(String slug) {
        return sql.sql("SELECT COUNT(DISTINCT r.fingerprint)" + OF_ARTWORK + " AND o.made_at IS NOT NULL")
                .param(slug)
                .query(Integer.class)
                .single();
    }
}
