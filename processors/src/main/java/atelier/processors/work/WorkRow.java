package atelier.processors.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A job, as the tables have it. */
record WorkRow(
        String taskName,
        String task,
        String job,
        String state,
        Optional<String> node,
        Optional<Instant> due,
        Optional<Instant> started,
        double progress,
        Optional<String> waitsFor,
        int failures,
        Optional<WorkItem.Failed> failure) {

    /** By what it is known what the job is for: objects of buckets are numbered apart from inputs. */
    String subject() {
        return task.equals(JobRef.FETCH) ? task + " " + job : job;
    }

    static WorkRow map(ResultSet row, int number) throws SQLException {
        return new WorkRow(
                row.getString("task_name"),
                row.getString("task"),
                row.getString("job"),
                row.getString("state"),
                Optional.ofNullable(row.getString("node")),
                instant(row, "execution_time"),
                instant(row, "started_at"),
                row.getDouble("progress"),
                Optional.ofNullable(row.getString("waits_for")),
                row.getInt("failures"),
                failure(row));
    }

    private static Optional<WorkItem.Failed> failure(ResultSet row) throws SQLException {
        String kind = row.getString("class");
        if (kind == null) {
            return Optional.empty();
        }
        return Optional.of(new WorkItem.Failed(
                kind,
                row.getString("reason"),
                row.getString("error"),
                Optional.ofNullable(row.getString("command")),
                integer(row, "exit_code"),
                Optional.ofNullable(row.getString("output"))
                        .map(String::lines)
                        .map(java.util.stream.Stream::toList)
                        .orElse(List.of()),
                instant(row, "first_at").orElseThrow(),
                instant(row, "last_at").orElseThrow()));
    }

    static OptionalInt integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Times are stored as UTC. */
    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column))
                .map(Timestamp::toLocalDateTime)
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }
}
