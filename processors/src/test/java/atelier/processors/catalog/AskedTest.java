package atelier.processors.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.embedded.DatabaseForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class AskedTest {
    private static final String FINGERPRINT = "f".repeat(64);

    private final List<Connection> connections = new ArrayList<>();
    private final Asked asked = new Asked(
            JdbcClient.create(new DelegatingDataSource(DatabaseForTests.freshCatalogue()) {
                @Override
                public Connection getConnection() throws SQLException {
                    connections.add(super.getConnection());
                    return connections.get(connections.size() - 1);
                }
            }),
            Clock.systemUTC());

    /** An encoder asks again and again: each connection that is not given back is one less for all others. */
    @Test
    void whoLooksForWhatIsAwaitedGivesItsConnectionBack() throws SQLException {
        assertThat(asked.awaited(FINGERPRINT, 1)).isEmpty();
        asked.mark(FINGERPRINT, 1, OptionalInt.of(3));
        assertThat(asked.awaited(FINGERPRINT, 1)).hasValue(3);
        assertThat(asked.isAsked(FINGERPRINT, 1)).isTrue();
        asked.forget();

        assertThat(connections).hasSizeGreaterThan(4);
        for (Connection connection : connections) {
            assertThat(connection.isClosed()).isTrue();
        }
    }
}
