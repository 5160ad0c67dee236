package atelier.routes.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.DatabaseSettings;
import atelier.config.Home;
import atelier.processors.catalog.embedded.EmbeddedDatabase;
import atelier.processors.catalog.embedded.ServerForTests;
import atelier.routes.Atelier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application on a MariaDB server by address, with a user of that server who may use one database. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseServerTest {
    private static final String PASSWORD = "correct-horse-battery";

    @TempDir
    static Path serverFolder;

    private static ServerForTests server;

    @TempDir
    Path home;

    @BeforeAll
    static void startTheServer() throws IOException {
        server = ServerForTests.start(
                serverFolder,
                List.of(
                        "CREATE DATABASE catalogue CHARACTER SET utf8mb4;",
                        "CREATE DATABASE foreign_one;",
                        "CREATE USER 'studio'@'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "';",
                        "GRANT ALL ON catalogue.* TO 'studio'@'127.0.0.1';"));
    }

    @AfterAll
    static void stopTheServer() {
        server.close();
    }

    @Test
    void theApplicationRunsOnTheServerAlone(CapturedOutput output) {
        try (ConfigurableApplicationContext context = start(
                url(server.port(), "catalogue"),
                PASSWORD,
                "--logging.level.com.zaxxer.hikari=debug",
                "--logging.level.org.flywaydb=debug")) {
            assertThat(context.getBeansOfType(EmbeddedDatabase.class)).isEmpty();
            assertThat(context.getBean(Home.class).database()).isEmptyDirectory();
            assertThat(context.getBean(JdbcClient.class)
                            .sql("SELECT CONCAT(CURRENT_USER(), ' ', DATABASE(), ' ', COUNT(*)) FROM artworks")
                            .query(String.class)
                            .single())
                    .isEqualTo("studio@127.0.0.1 catalogue 0");
        }
        assertThat(output).contains("Atelier is up").doesNotContain(PASSWORD);
    }

    @Test
    void aWrongPasswordIsSaidAndNotRepeated(CapturedOutput output) {
        assertThatThrownBy(() -> start(url(server.port(), "catalogue"), "wrong-horse"))
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(output)
                .contains("127.0.0.1:" + server.port() + "/catalogue cannot be used as 'studio'")
                .contains("Check atelier.database.username and atelier.database.password")
                .doesNotContain("wrong-horse")
                .doesNotContain("\tat ");
    }

    @Test
    void aDatabaseThatIsNotTheUsersIsSaid(CapturedOutput output) {
        assertThatThrownBy(() -> start(url(server.port(), "foreign_one"), PASSWORD))
                .hasRootCauseInstanceOf(SQLException.class);

        assertThat(output).contains("foreign_one").contains("GRANT ALL").doesNotContain("\tat ");
    }

    @Test
    void aServerThatIsAwayEndsTheProcessWithWhatToCheck() throws Exception {
        int port = unused();

        Process process = process(url(port, "catalogue"), PASSWORD);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said)
                .contains("127.0.0.1:" + port + "/catalogue cannot be used")
                .contains("Check that the server runs, that host and port in atelier.database.url are its own")
                .doesNotContain(PASSWORD)
                .doesNotContain("\tat ");
    }

    @Test
    void aPasswordWithinTheAddressIsShownNowhere() {
        DatabaseSettings database =
                new DatabaseSettings("jdbc:mariadb://db/atelier?user=a&password=" + PASSWORD, "", "", 0);

        assertThat(database).hasToString("Database[jdbc:mariadb://db/atelier, user ]");
    }

    private ConfigurableApplicationContext start(String url, String password, String... more) {
        return SpringApplication.run(
                Atelier.class, arguments(url, password, more).toArray(String[]::new));
    }

    private Process process(String url, String password) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Atelier.class.getName()));
        command.addAll(arguments(url, password));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private List<String> arguments(String url, String password, String... more) {
        return Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--atelier.home=" + home,
                                "--atelier.database.url=" + url,
                                "--atelier.database.username=studio",
                                "--atelier.database.password=" + password),
                        Stream.of(more))
                .toList();
    }

    private static int unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String url(int port, String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }
}
