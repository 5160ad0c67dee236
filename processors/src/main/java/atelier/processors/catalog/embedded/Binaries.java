package atelier.processors.catalog.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** MariaDB's program as it lies on the class path, and unpacked: only what a server needs, and once. */
final class Binaries {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SERVER = "bin/mariadbd";
    private static final List<String> FILES = List.of(SERVER, "share/english/errmsg.sys", "share/charsets/Index.xml");
    private static final List<String> SYSTEM_TABLES = List.of(
            "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql",
            "share/mariadb_system_tables_data.sql",
            "share/maria_add_gis_sp_bootstrap.sql");

    /**
     * Starts the server so that it ends with the thread that started it, even if that is killed; and in a session of its
     * own, so that a Ctrl-C in the terminal reaches the application alone, which then stops the server in good order.
     */
    private static final String LAUNCHER = """
            #!/bin/sh
            exec setsid setpriv --pdeathsig KILL -- "${0%/*}/mariadbd" "$@"
            """;

    private final String location;

    /** @param location where the files lie on the class path */
    Binaries(String location) {
        this.location = location;
    }

    /** Unpacks into a folder below {@code baseFolder}, unless it is there, and returns that folder. */
    Path unpack(Path baseFolder) {
        Path unpacked = baseFolder.resolve(folderName());
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        FolderLock lock = FolderLock.take(baseFolder, PATIENCE);
        try {
            if (!Files.isDirectory(unpacked)) {
                unpackWhole(unpacked);
            }
            return unpacked;
        } catch (IOException e) {
            throw new DatabaseException(
                    "MariaDB could not be unpacked into " + baseFolder + ": " + e.getMessage()
                            + ". Without a database Atelier does not start. Make room (it takes 320 MB) or allow writing, "
                            + "or name a MariaDB server in atelier.database.url.",
                    e);
        } finally {
            lock.close();
        }
    }

    /** Another version of the program, or of what we unpack of it, gets a folder of its own. */
    private String folderName() {
        String version = Path.of(location).getParent().getFileName().toString();
        return version + "-" + Integer.toHexString((FILES + LAUNCHER).hashCode());
    }

    /** The launcher in an unpacked folder: takes the server's arguments. */
    static Path launcher(Path unpacked) {
        return unpacked.resolve("bin/launch");
    }

    private void unpackWhole(Path unpacked) throws IOException {
        Path temporary = unpacked.resolveSibling(unpacked.getFileName() + ".new");
        Folders.delete(temporary);
        for (String file : FILES) {
            write(temporary.resolve(file), resource(file));
        }
        write(launcher(temporary), new ByteArrayInputStream(LAUNCHER.getBytes(StandardCharsets.UTF_8)));
        for (Path program : List.of(launcher(temporary), temporary.resolve(SERVER))) {
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.move(temporary, unpacked, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Forced to the disk: the folder's name says from now on that everything in it is whole. */
    private static void write(Path file, InputStream content) throws IOException {
        Files.createDirectories(file.getParent());
        try (content) {
            Files.copy(content, file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The statements that make the system tables of an empty data folder. */
    InputStream systemTables() throws IOException {
        List<InputStream> scripts = new ArrayList<>();
        for (String script : SYSTEM_TABLES) {
            scripts.add(resource(script));
        }
        return new SequenceInputStream(Collections.enumeration(scripts));
    }

    private InputStream resource(String file) throws IOException {
        String name = location + "/" + file;
        return Optional.ofNullable(Binaries.class.getClassLoader().getResourceAsStream(name))
                .orElseThrow(() -> new IOException(name + " is not on the class path"));
    }
}
