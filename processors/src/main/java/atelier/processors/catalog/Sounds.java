package atelier.processors.catalog;

import atelier.processors.index.IndexedSound;
import atelier.processors.index.SoundSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code sound_pieces}. */
public final class Sounds {
    private final JdbcClient sql;
    private final Json json;

    public Sounds(JdbcClient sql, Json json) {
        this.sql = sql;
        this.json = json;
    }

    /** Records a piece; one that an interrupted reading recorded before stays. */
    public void add(long inputId, IndexedSound piece) {
        sql.sql("""
                        INSERT IGNORE INTO sound_pieces (input_id, stream, number, fingerprint, span)
                        VALUES (:input, :stream, :number, :fingerprint, :span)""")
                .param("input", inputId)
                .param("stream", piece.stream())
                .param("number", piece.number())
                .param("fingerprint", piece.fingerprint())
                .param("span", json.write(piece.span()))
                .update();
    }

    /** The pieces of a sound of an input, in order; none where it is made whole. */
    public List<IndexedSound> of(long inputId, int stream) {
        return sql.sql("SELECT * FROM sound_pieces WHERE input_id = :input AND stream = :stream ORDER BY number")
                .param("input", inputId)
                .param("stream", stream)
                .query(this::map)
                .list();
    }

    /** The piece that an output of a plan is; none where it is something else. */
    public Optional<IndexedSound> of(PlannedChunk planned) {
        return planned.sound().isEmpty()
                ? Optional.empty()
                : of(planned.inputId(), planned.sound().getAsInt()).stream()
                        .filter(each -> each.number() == planned.number())
                        .findFirst();
    }

    private IndexedSound map(ResultSet row, int number) throws SQLException {
        return new IndexedSound(
                row.getInt("stream"),
                row.getInt("number"),
                row.getString("fingerprint"),
                json.read(row.getString("span"), SoundSpan.class));
    }
}
