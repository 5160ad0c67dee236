package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code installations}. Whoever changes or removes a playlist names the state that they saw. */
public final class Installations {
    /** Any state. */
    public static final String ANY = "*";

    private static final String TAG = "CONCAT(id, '-', version)";

    private final JdbcClient sql;
    private final Clock clock;

    public Installations(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<InstallationRow> find(String name) {
        return sql.sql("SELECT *, " + TAG + " AS tag FROM installations WHERE name = :name")
                .param("name", name)
                .query(Installations::map)
                .optional();
    }

    /** A page of playlists, by title. */
    public List<InstallationRow> page(int offset, int limit) {
        return sql.sql("SELECT *, " + TAG
                        + " AS tag FROM installations ORDER BY title, name LIMIT :limit OFFSET :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(Installations::map)
                .list();
    }

    public long count() {
        return sql.sql("SELECT COUNT(*) FROM installations").query(Long.class).single();
    }

    /** Adds a playlist; false where there is one of that name. */
    public boolean create(String name, String title, int items, String content) {
        try {
            sql.sql("""
                            INSERT INTO installations (name, title, items, content, version, created_at, updated_at)
                            VALUES (:name, :title, :items, :content, 1, :now, :now)""")
                    .param("name", name)
                    .param("title", title)
                    .param("items", items)
                    .param("content", content)
                    .param("now", Sql.now(clock))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * Changes a playlist.
     *
     * @param tag the state that is changed, or {@link #ANY}
     * @return false where there is none of that name, or it is in another state
     */
    public boolean change(String name, String tag, String title, int items, String content) {
        return sql.sql("UPDATE installations SET title = :title, items = :items, content = :content,"
                                + " version = version + 1, updated_at = :now"
                                + " WHERE name = :name AND (:tag = '*' OR :tag = " + TAG + ")")
                        .param("name", name)
                        .param("tag", tag)
                        .param("title", title)
                        .param("items", items)
                        .param("content", content)
                        .param("now", Sql.now(clock))
                        .update()
                == 1;
    }

    /** Removes a playlist; false where there is none of that name, or it is in another state than the one named. */
    public boolean remove(String name, String tag) {
        return sql.sql("DELETE FROM installations WHERE name = :name AND (:tag = '*' OR :tag = " + TAG + ")")
                        .param("name", name)
                        .param("tag", tag)
                        .update()
                == 1;
    }

    private static InstallationRow map(ResultSet row, int number) throws SQLException {
        return new InstallationRow(
                row.getString("name"),
                row.getString("tag"),
                row.getString("title"),
                row.getInt("items"),
                row.getString("content"),
                Instant.ofEpochMilli(Sql.millis(row, "updated_at")));
    }
}
