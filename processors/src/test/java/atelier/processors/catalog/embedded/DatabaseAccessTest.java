package atelier.processors.catalog.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may use an embedded database: one process its folder, whoever has the password its port. */
class DatabaseAccessTest {
    private static final Path BASE = Path.of("target", "database-for-tests", "base");
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    Path folder;

    @Test
    void aSecondStartInAFolderInUseIsRefusedAndNamesTheUser() throws Exception {
        try (EmbeddedDatabase database = start()) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, BASE, 0, SHORT))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("ATELIER_HOME");
            assertThat(Queries.ask(database, "SELECT 1")).containsExactly("1");
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
            assertThat(Queries.ask(database, "SELECT 1")).containsExactly("1");
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
            assertThat(Queries.ask(database, "SELECT @@port")).containsExactly(Integer.toString(port));
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

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(folder, BASE, 0);
    }

    private ProcessHandle server() {
        return ProcessHandle.of(Long.parseLong(new DataFolder(folder).pid())).orElseThrow();
    }
}
