package atelier.processors.catalog.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A real MariaDB for tests: one server for each JVM, started below {@code target} when it is first asked for and
 * stopped with the JVM; and as many databases on it as tests want.
 */
public final class DatabaseForTests {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private DatabaseForTests() {}

    /** Started by the first who asks, and by the class loader once only. */
    private static final class Shared {
        static final EmbeddedDatabase SERVER = start();

        private static EmbeddedDatabase start() {
            Path target = Path.of("target", "database-for-tests").toAbsolutePath();
            Path data = target.resolve("data-" + ProcessHandle.current().pid());
            EmbeddedDatabase server = EmbeddedDatabase.start(data, target.resolve("base"), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data), "stop-database-for-tests"));
            return server;
        }

        private static void stop(EmbeddedDatabase server, Path data) {
            server.close();
            try {
                Folders.delete(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An empty database that no other test sees. Each connection is a new one: close what you open. */
    public static DataSource freshDatabase() {
        return dataSource(freshUrl());
    }

    /** A database with the catalogue's tables, empty, that no other test sees. */
    public static DataSource freshCatalogue() {
        return dataSource(freshCatalogueUrl());
    }

    /** The address of a database with the catalogue's tables, empty, that no other test sees. */
    public static String freshCatalogueUrl() {
        String url = freshUrl();
        Template.CATALOGUE.copyTo(dataSource(url));
        return url;
    }

    /** The catalogue, migrated once for all tests: doing that for each took longer than most of them. */
    private static final class Template {
        static final SchemaCopy CATALOGUE = migrated();

        private static SchemaCopy migrated() {
            DataSource template = freshDatabase();
            Flyway.configure().dataSource(template).load().migrate();
            return SchemaCopy.of(template);
        }
    }

    /** JDBC address, user and password in it, of an empty database that no other test sees. */
    public static String freshUrl() {
        return Shared.SERVER.jdbcUrl("test_" + COUNT.incrementAndGet());
    }

    private static DataSource dataSource(String url) {
        try {
            return new MariaDbDataSource(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
