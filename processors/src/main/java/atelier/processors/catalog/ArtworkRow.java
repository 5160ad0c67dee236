package atelier.processors.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of the table {@code artworks}. */
final class ArtworkRow {
    private ArtworkRow() {}

    /** What the artist tells of the film goes before what its file says. */
    static Artwork map(ResultSet row, int number) throws SQLException {
        return new Artwork(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                ArtworkState.of(row.getString("state")),
                Sql.text(row, "error"),
                Sql.number(row, "input_id"),
                Sql.number(row, "plan_id"),
                Sql.number(row, "duration_ms"),
                row.getInt("width"),
                row.getInt("height"),
                Sql.text(row, "told_projection").orElse(row.getString("projection")),
                Sql.text(row, "told_stereo").orElse(row.getString("stereo")),
                Spheres.advice(row),
                Sql.millis(row, "created_at"));
    }
}
