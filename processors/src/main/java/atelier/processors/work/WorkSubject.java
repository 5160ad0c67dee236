package atelier.processors.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What a job is for. */
record WorkSubject(
        String job, String slug, String title, String rendition, OptionalInt chunk, Optional<Instant> created) {
    static WorkSubject map(ResultSet row, int number) throws SQLException {
        return new WorkSubject(
                row.getString("job"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("format_type"),
                WorkRow.integer(row, "number"),
                WorkRow.instant(row, "created_at"));
    }
}
