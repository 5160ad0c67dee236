package atelier.processors.catalog.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {
    private static final Path BASE = Path.of("target", "database-for-tests", "base");

    @TempDir
    Path folder;

    @Test
    void theServerDiesWithAKilledProcessAndTheNextStartFindsWhatWasCommitted() throws Exception {
        Process child = startChild();
        ProcessHandle server =
                ProcessHandle.of(Long.parseLong(new DataFolder(folder).pid())).orElseThrow();
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, BASE, 0, Duration.ofMillis(200)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("process " + child.pid());

            child.destroyForcibly();
            server.onExit().get(60, TimeUnit.SECONDS);
        } finally {
            child.destroyForcibly();
            server.destroyForcibly();
        }

        long began = System.nanoTime();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, BASE, 0);
                Connection connection = DriverManager.getConnection(database.jdbcUrl("atelier"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT title FROM artworks")) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("sunset");
        }
    }

    /** A process of its own with the database in the folder, and a committed row in that. */
    private Process startChild() throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        Process child = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString(),
                        BASE.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = child.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals("up")) {
            line = output.readLine();
        }
        assertThat(line).as("the child's database is up").isEqualTo("up");
        Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}));
        drain.setDaemon(true);
        drain.start();
        return child;
    }

    /** What the other process runs. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), Path.of(arguments[1]), 0);
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl("atelier"));
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE artworks (title VARCHAR(40)) ENGINE = InnoDB");
                statement.execute("INSERT INTO artworks VALUES ('sunset')");
            }
            System.out.println("up");
            new CountDownLatch(1).await();
        }
    }
}
