package bench.s3;

import atelier.config.S3Settings;
import atelier.processors.s3.S3Clients;
import atelier.processors.store.BucketPlace;
import atelier.processors.store.S3Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * How fast a file gets into a bucket by the store and by the SDK alone, one after the other and the other way round; and how
 * much memory it takes. Arguments: a folder, GB, runs.
 */
public final class S3Speed {
    private static final String BUCKET = "atelier";
    private static final int BLOCK = 1 << 20;

    private final Path folder;
    private final Path film;
    private final S3Store store;
    private final PlainUpload plain;
    private final List<Double> ratios = new ArrayList<>();

    private interface Upload {
        void run() throws Exception;
    }

    private S3Speed(Path folder, Path film, S3Client client) {
        this.folder = folder;
        this.film = film;
        this.store = new S3Store(client, new BucketPlace(BUCKET, "bench"));
        this.plain = new PlainUpload(client, BUCKET);
    }

    /** Measures, and prints. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        double gigabytes = Double.parseDouble(arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        S3Settings settings = new S3Settings(System.getenv("ATELIER_S3_ENDPOINT"), "", true);
        Path film = film(folder.resolve("film"), (long) (gigabytes * 1e9));
        try (S3Client client = S3Clients.of(settings, DefaultCredentialsProvider.builder().build())) {
            Path little = film(folder.resolve("little"), 100_000_000);
            new S3Speed(folder, little, client).warmUp();
            Files.delete(little);
            S3Speed speed = new S3Speed(folder, film, client);
            for (int run = 0; run < runs; run++) {
                speed.both(run % 2 == 0);
            }
            speed.read();
            speed.report();
        } finally {
            Files.deleteIfExists(film);
        }
    }

    /** Noise: nothing on the way is to make it smaller. */
    private static Path film(Path file, long bytes) throws IOException {
        byte[] block = new byte[BLOCK];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = bytes; left > 0; left -= block.length) {
                random.nextBytes(block);
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return file;
    }

    private void both(boolean storeFirst) throws Exception {
        double first = storeFirst ? byStore() : byPlain();
        double second = storeFirst ? byPlain() : byStore();
        ratios.add(storeFirst ? second / first : first / second);
    }

    /** Both once, unmeasured: the first to run would pay for the classes of the other. */
    private void warmUp() throws Exception {
        byStore();
        byPlain();
        say("(that was to warm up)");
    }

    private double ratio() {
        return ratios.stream().sorted().skip(ratios.size() / 2).findFirst().orElseThrow();
    }

    private double byStore() throws Exception {
        Path moved = folder.resolve("moved.m4s");
        Files.deleteIfExists(moved);
        Files.createLink(moved, film);
        return timed("Atelier's store", () -> store.putAll("chunks/large", List.of(moved)));
    }

    private double byPlain() throws Exception {
        double seconds = timed("the SDK alone", () -> plain.send(film, "bench/plain/film"));
        store.deleteAll("plain");
        return seconds;
    }

    private double timed(String who, Upload upload) throws Exception {
        long began = System.nanoTime();
        upload.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        double megabytes = Files.size(film) / 1e6;
        say("%-16s %8.0f MB in %6.1f s %8.1f MB/s", who, megabytes, seconds, megabytes / seconds);
        return seconds;
    }

    private void read() throws Exception {
        byte[] there = new byte[BLOCK];
        byte[] here = new byte[BLOCK];
        timed("read and compared", () -> {
            try (InputStream stored = store.open("chunks/large/moved.m4s", 0);
                    InputStream local = Files.newInputStream(film)) {
                int count = local.readNBytes(here, 0, BLOCK);
                while (count > 0) {
                    if (stored.readNBytes(there, 0, count) != count
                            || !Arrays.equals(here, 0, count, there, 0, count)) {
                        throw new IllegalStateException("What is stored is not what was sent.");
                    }
                    count = local.readNBytes(here, 0, BLOCK);
                }
            }
        });
        store.deleteAll("chunks/large");
    }

    private void report() throws IOException {
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("");
        say("throughput, store / SDK alone: median %.2f of %s", ratio(), texts());
        say("heap at most %.0f MB of %.0f MB; %s", heap / 1e6, Runtime.getRuntime().maxMemory() / 1e6, resident);
    }

    private List<String> texts() {
        return ratios.stream().map(each -> String.format(Locale.ROOT, "%.2f", each)).toList();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
