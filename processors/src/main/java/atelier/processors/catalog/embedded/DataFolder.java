package atelier.processors.catalog.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The folder that a database is kept in: {@code data} (MariaDB's own), {@code password}, and what may be lost.
 *
 * @param root the folder itself, absolute
 */
record DataFolder(Path root) {
    private static final int PASSWORD_BYTES = 16;
    /** With which {@code tc.log} begins (MariaDB's sql/log.cc, tc_log_magic); it is written last. */
    private static final int MAGIC_BYTES = 4;

    Path data() {
        return root.resolve("data");
    }

    /** A new database before it is whole. */
    Path unfinished() {
        return root.resolve("data.new");
    }

    Path scratch() {
        return root.resolve("tmp");
    }

    Path pidFile() {
        return root.resolve("mariadbd.pid");
    }

    boolean installed() {
        return Files.isDirectory(data());
    }

    /** Empties what may be lost. */
    void prepare() throws IOException {
        Folders.delete(scratch());
        Folders.delete(unfinished());
        Files.createDirectories(scratch());
        if (!installed()) {
            Files.createDirectories(unfinished());
        }
    }

    /**
     * Removes a log of the transaction coordinator ({@code tc.log}) that has no head yet: a server that was killed while it made it left
     * it, has written no transaction into it, and no later one would start with it. To be called while no server runs.
     */
    void dropHeadlessLog() throws IOException {
        Path log = data().resolve("tc.log");
        if (Files.exists(log)) {
            byte[] head;
            try (InputStream stream = Files.newInputStream(log)) {
                head = stream.readNBytes(MAGIC_BYTES);
            }
            if (Arrays.equals(head, new byte[head.length])) {
                Files.delete(log);
            }
        }
    }

    /** Makes the new database the database. */
    void finish() throws IOException {
        Files.move(unfinished(), data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The password of this database, made when it is asked for first. Only the owner can read it. */
    String password() throws IOException {
        Path file = root.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path temporary = root.resolve("password.new");
            Files.deleteIfExists(temporary);
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(temporary, HexFormat.of().formatHex(random), StandardOpenOption.DSYNC);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }

    /**
     * Waits for a killed predecessor's server: InnoDB locks its files as long as it runs.
     *
     * @throws DatabaseException if it still runs after {@code patience}; names the process
     */
    void awaitUnused(Duration patience) throws IOException {
        Path file = data().resolve("ibdata1");
        if (Files.exists(file) && !Waiting.until(() -> lockable(file), patience)) {
            throw new DatabaseException("The database in " + root + " is in use by a MariaDB server, process "
                    + pid() + ", and still was after " + patience.toSeconds()
                    + " s. Atelier does not start. Stop that process (kill -TERM), then start again.");
        }
    }

    private static boolean lockable(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        }
    }

    /** The server's process; none where it has ended. */
    Optional<ProcessHandle> process() {
        String pid = pid();
        return pid.matches("\\d+") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    /** The server's process as it wrote it down. */
    String pid() {
        try {
            return Files.readString(pidFile(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
