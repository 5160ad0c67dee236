package atelier.processors.catalog;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of artworks. */
public final class ArtworkLists {
    /** Byte by byte: to the database, a text is otherwise the same with spaces behind it. */
    private static final String LISTED = """
            (:text = '' OR LOCATE(:text, LOWER(CONCAT(slug, ' ', title))) > 0)
            AND (:all OR BINARY SUBSTRING_INDEX(slug, '/', 1) IN (:folders))""";

    private final JdbcClient sql;

    public ArtworkLists(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A page of artworks, the newest first.
     *
     * @param text part of a slug or title; empty: all
     * @param access which of them are listed
     */
    public List<Artwork> page(String text, Access access, int offset, int limit) {
        return sql.sql("SELECT * FROM artworks WHERE " + LISTED
                        + " ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset")
                .param("text", text.toLowerCase(Locale.ROOT))
                .param("all", access.isToAll())
                .param("folders", access.listed())
                .param("limit", limit)
                .param("offset", offset)
                .query(ArtworkRow::map)
                .list();
    }

    /** How many artworks {@link #page} has in all. */
    public long count(String text, Access access) {
        return sql.sql("SELECT COUNT(*) FROM artworks WHERE " + LISTED)
                .param("text", text.toLowerCase(Locale.ROOT))
                .param("all", access.isToAll())
                .param("folders", access.listed())
                .query(Long.class)
                .single();
    }

    /** Slugs of the artworks whose sources have the same content as this one's, some at most. */
    public List<String> sameAs(long id) {
        return sql.sql("""
                        SELECT other.slug FROM artworks a
                        JOIN inputs i ON i.id = a.input_id
                        JOIN inputs j ON j.file_hash = i.file_hash
                        JOIN artworks other ON other.input_id = j.id AND other.id <> a.id
                        WHERE a.id = :id ORDER BY other.id LIMIT 20""").param("id", id).query(String.class).list();
    }
}
