package bench.reading;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegLocator;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.LocalPrograms;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.CutRule;
import atelier.processors.index.IndexedFile;
import atelier.processors.index.Indexer;
import atelier.processors.index.VideoTrack;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.SourceLimits;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;

/**
 * How fast films are read, hashed and cut into chunks, against {@code sha256sum} of the same files, in turn. The films are read
 * once before, so that neither waits for the disk.
 */
public final class ReadingSpeed {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Limits LIMITS = new Limits(LONG, LONG, 0, 0);

    /** As the settings have it by default. */
    private static final CutRule RULE = new CutRule(2, 5, 6, 15, 6, 2);

    private static final int RUNS = 3;

    private final Path films;
    private final Programs programs;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private ReadingSpeed(Path root) throws IOException {
        films = Files.createDirectories(root.resolve("target/bench/films"));
        FfmpegLocator locator = new FfmpegLocator(
                Optional.empty(), System.getenv("PATH"), root.resolve("target/bench/tools"), Clock.systemUTC());
        programs = new LocalPrograms(locator.locate(), Duration.ofSeconds(2));
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws Exception {
        // Its calls, as the application logs them, would stand between the rows.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        ReadingSpeed speed = new ReadingSpeed(Path.of(arguments[0]));
        try {
            speed.measure();
        } finally {
            speed.threads.shutdownNow();
        }
    }

    private void measure() throws Exception {
        Path mp4 = film("reading-1.mp4", List.of(
                "-f", "lavfi", "-i", "mandelbrot=s=960x540:r=30,scale=1920:1080:flags=bicubic,noise=alls=4:allf=t,format=yuv420p",
                "-f", "lavfi", "-i", "sine=r=48000", "-t", "60", "-c:v", "libx264", "-preset", "superfast", "-b:v", "30M",
                "-maxrate", "40M", "-bufsize", "40M", "-g", "60", "-c:a", "aac"));
        Path prores = film("reading-prores-1.mov", List.of(
                "-t", "5", "-i", mp4.toString(), "-c:v", "prores_ks", "-profile:v", "3", "-c:a", "pcm_s16le"));
        List<Path> all = List.of(
                film("reading-5.mp4", List.of("-stream_loop", "4", "-i", mp4.toString(), "-c", "copy")),
                film("reading-5.mkv", List.of("-stream_loop", "4", "-i", mp4.toString(), "-c", "copy")),
                film("reading-prores-8.mov", List.of("-stream_loop", "7", "-i", prores.toString(), "-c", "copy")),
                film("reading-5.ts", List.of("-stream_loop", "4", "-i", mp4.toString(), "-c", "copy")));
        System.out.println("Smallest of " + RUNS + " runs, on "
                + Runtime.getRuntime().availableProcessors() + " cores; all files in memory.\n");
        System.out.println("| File | MB | `sha256sum`, MB/s | Atelier, MB/s | ratio | chunks |\n|---|---|---|---|---|---|");
        for (Path file : all) {
            System.out.println(row(file));
        }
    }

    private String row(Path file) throws Exception {
        double megabytes = Files.size(file) / 1e6;
        double plain = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        int chunks = 0;
        sha256sum(file);
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            String expected = sha256sum(file);
            long middle = System.nanoTime();
            IndexedFile read = read(file);
            plain = Math.min(plain, (middle - start) / 1e9);
            ours = Math.min(ours, (System.nanoTime() - middle) / 1e9);
            chunks = read.index().chunks();
            if (!read.hash().hex().equals(expected)) {
                throw new IllegalStateException("The hashes of " + file + " differ.");
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f | %.2f | %d |",
                file.getFileName(),
                megabytes,
                megabytes / plain,
                megabytes / ours,
                plain / ours,
                chunks);
    }

    /** As it happens to each delivered file: probed, then read to its end. */
    private IndexedFile read(Path file) throws IOException {
        Prober prober = new Prober(programs, LIMITS, SourceLimits.defaults(), films);
        Indexer indexer = new Indexer(programs, LIMITS, RULE, InputOptions.beforeInput());
        MediaInfo media = prober.probe(file);
        VideoTrack track = new VideoTrack(
                media.video().index(),
                media.video().codec(),
                media.video().configuration().orElse(""),
                media.video().timing().timeBase(),
                media.video().timing().declaredRates());
        return indexer.read(file, track, films, threads, Optional.empty(), chunk -> {});
    }

    private static String sha256sum(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sha256sum", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("sha256sum failed.");
        }
        return printed.split(" ")[0];
    }

    private Path film(String name, List<String> arguments) throws IOException {
        Path file = films.resolve(name);
        if (Files.notExists(file)) {
            System.err.println("Making " + name + ", which is kept for the next time.");
            Path part = films.resolve("part-" + name);
            List<String> call = new ArrayList<>(List.of("-nostdin", "-y", "-v", "error", "-progress", "pipe:1"));
            call.addAll(arguments);
            call.add(part.toString());
            programs.run(new Command(Program.FFMPEG, call, films), LIMITS, line -> {});
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
