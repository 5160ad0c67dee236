package atelier.processors.work;

import atelier.processors.catalog.embedded.DatabaseForTests;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A work engine on a catalogue of its own that notes what it does. */
public final class EngineForTests {
    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final RecordedSteps steps = new RecordedSteps();
    private final WorkEngine engine = new WorkEngine(
            new TransactionAwareDataSourceProxy(database),
            steps,
            new WorkEngine.Settings("test", 1, 1, Duration.ofMillis(50), 3, Duration.ofSeconds(3), Set.of()),
            Clock.systemUTC());

    /** Where its jobs are. */
    public DataSource database() {
        return database;
    }

    RecordedSteps steps() {
        return steps;
    }

    /** It begins when it is started. */
    public WorkEngine engine() {
        return engine;
    }

    /** How many wait, seen on a connection of its own: what is not committed is not there. */
    int jobs() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT (SELECT COUNT(*) FROM encode_jobs) + (SELECT COUNT(*) FROM read_jobs)")) {
            row.next();
            return row.getInt(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
