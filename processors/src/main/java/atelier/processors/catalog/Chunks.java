package atelier.processors.catalog;

import atelier.processors.index.ChunkSpan;
import atelier.processors.index.IndexedChunk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code chunks}. */
public final class Chunks {
    private final JdbcClient sql;
    private final Json json;

    public Chunks(JdbcClient sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** Records chunks in one statement; those that an interrupted reading recorded before stay. */
    public void add(long inputId, List<IndexedChunk> chunks) {
        sql.sql("""
                        INSERT IGNORE INTO chunks (input_id, number, fingerprint, span)
                        SELECT :input, j.* FROM JSON_TABLE(:rows, '$[*]' COLUMNS (
                            number INT PATH '$.number', fingerprint CHAR(64) PATH '$.fingerprint',
                            span TEXT PATH '$.span')) j""")
                .param("input", inputId)
                .param("rows", json.write(chunks.stream().map(this::row).toList()))
                .update();
    }

    private Map<String, Object> row(IndexedChunk chunk) {
        return Map.of("number", chunk.number(), "fingerprint", chunk.fingerprint(), "span", json.write(chunk.span()));
    }

    /** The chunks of an input, in order. */
    public List<IndexedChunk> of(long inputId) {
        return sql.sql("SELECT * FROM chunks WHERE input_id = :input ORDER BY number")
                .param("input", inputId)
                .query(this::map)
                .list();
    }

    /** The fingerprints of an input's chunks. */
    public Set<String> fingerprints(long inputId) {
        return Set.copyOf(sql.sql("SELECT DISTINCT fingerprint FROM chunks WHERE input_id = :input")
                .param("input", inputId)
                .query(String.class)
                .list());
    }

    public Optional<IndexedChunk> find(long inputId, int number) {
        return sql.sql("SELECT * FROM chunks WHERE input_id = :input AND number = :number")
                .param("input", inputId)
                .param("number", number)
                .query(this::map)
                .optional();
    }

    private IndexedChunk map(ResultSet row, int number) throws SQLException {
        return new IndexedChunk(
                row.getInt("number"), row.getString("fingerprint"), json.read(row.getString("span"), ChunkSpan.class));
    }
}
