package atelier.processors.catalog.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What mariadbd is told. Sized for a catalogue: many small rows, few connections. */
final class ServerArguments {
    private static final List<String> ALWAYS = List.of(
            // Only programs of this machine, by password; no socket file, whose path may have 107 bytes at most.
            "--bind-address=127.0.0.1",
            "--socket=",
            "--skip-name-resolve",
            "--skip-ssl", // making its keys takes 20 s at every start, for bytes that never leave the machine
            "--local-infile=OFF",
            // Nothing lost: every commit is on the disk.
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-doublewrite=ON",
            "--character-set-server=utf8mb4",
            "--transaction-isolation=READ-COMMITTED",
            "--default-time-zone=+00:00",
            "--innodb-log-file-size=48M",
            "--innodb-undo-tablespaces=0",
            "--aria-pagecache-buffer-size=8M",
            "--key-buffer-size=1M",
            "--max-connections=100",
            "--table-open-cache=400",
            "--performance-schema=OFF");

    /** Names by content lie scattered: where less of the catalogue is in memory than is in use, each row is a read from the disk. */
    private static final int SHARE_OF_MEMORY = 8;

    private static final long LEAST_CACHE = 96L << 20;
    private static final long MOST_CACHE = 2L << 30;

    private ServerArguments() {}

    /**
     * @param program folder of the unpacked MariaDB
     * @param data MariaDB's own data folder
     * @param user of the operating system; MariaDB refuses to run as root unless told to
     */
    static List<String> of(Path program, DataFolder folder, Path data, int port, String user) {
        Stream<String> places = Stream.of(
                "--basedir=" + program,
                "--lc-messages-dir=" + program.resolve("share"),
                "--character-sets-dir=" + program.resolve("share/charsets"),
                "--plugin-dir=" + program,
                "--datadir=" + data,
                "--tmpdir=" + folder.scratch(),
                "--secure-file-priv=" + folder.scratch(),
                "--pid-file=" + folder.pidFile(),
                "--port=" + port);
        Stream<String> asRoot = user.equals("root") ? Stream.of("--user=root") : Stream.of();
        Stream<String> cache = Stream.of("--innodb-buffer-pool-size=" + cacheBytes(memory()));
        return Stream.of(places, ALWAYS.stream(), cache, asRoot)
                .flatMap(each -> each)
                .toList();
    }

    /** What the server may keep of the catalogue in memory; it takes only what there are rows for. */
    static long cacheBytes(long memory) {
        return Math.max(LEAST_CACHE, Math.min(MOST_CACHE, memory / SHARE_OF_MEMORY));
    }

    /** Of the machine, or of the container. */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
