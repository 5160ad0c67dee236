package atelier.processors.index;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.probe.InputOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hashes that are taken in the file are those that ffprobe gives the packets. */
class PacketReaderTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final String SOURCES = "-f lavfi -i testsrc2=s=160x90:r=25:d=4 -f lavfi -i sine=r=48000:d=4 ";
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    @TempDir
    Path folder;

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "h264.mp4, -c:v libx264 -g 25 -c:a aac, true",
        "fragmented.mp4, -c:v libx264 -g 25 -c:a aac -movflags frag_keyframe+empty_moov, true",
        "interleaved.mov, -c:v mjpeg -c:a pcm_s16le, true",
        "h264.mkv, -c:v libx264 -g 25 -c:a aac, true",
        "vp9.webm, -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus, true",
        "mpeg2.mxf, -c:v mpeg2video -g 12 -c:a pcm_s16le, true",
        "mjpeg.avi, -c:v mjpeg -c:a pcm_s16le, true",
        "h264.flv, -c:v libx264 -g 25 -c:a aac, true",
        "h264.ts, -c:v libx264 -g 25 -c:a aac, false",
    })
    void packetsAreHashedInTheFileWhereTheyLieInOnePiece(String name, String how, boolean inPlace) throws IOException {
        Path file = make(name, how);
        Counting programs = new Counting();

        List<String> found = read(programs, file);

        assertThat(found).hasSizeGreaterThanOrEqualTo(100).isEqualTo(hashedByFfprobe(file));
        assertThat(programs.wholeHashes).isEqualTo(inPlace ? 0 : 1);
    }

    /** Matroska leaves out what can be made up again: ProRes' frame header, WavPack's block headers. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"prores.mkv, -c:v prores -c:a pcm_s16le", "wavpack.mkv, -c:v mjpeg -c:a wavpack"})
    void whatDoesNotStandInTheFileAsItIsListedIsHashedByFfprobe(String name, String how) throws IOException {
        Path file = make(name, how);
        Counting programs = new Counting();

        assertThat(read(programs, file)).isEqualTo(hashedByFfprobe(file));
        assertThat(programs.wholeHashes).isEqualTo(1);
    }

    /** Runs FFmpeg's programs, and counts the calls that hash a whole file. */
    private static final class Counting implements Programs {
        private int wholeHashes;

        @Override
        public Outcome run(Command command, Limits limits, Consumer<String> output) {
            if (command.arguments().contains("-show_data_hash")
                    && !command.arguments().contains("-read_intervals")) {
                wholeHashes++;
            }
            return FfmpegForTests.programs().run(command, limits, output);
        }
    }

    private Path make(String name, String how) {
        Path file = folder.resolve(name);
        List<String> words = new ArrayList<>(List.of("-v", "error", "-progress", "pipe:1"));
        words.addAll(List.of((SOURCES + how + " " + file).split(" ")));
        FfmpegForTests.programs().run(new Command(Program.FFMPEG, words, folder), LIMITS, line -> {});
        return file;
    }

    private Listing listing(Programs programs, Path file) {
        return new Listing(programs, LIMITS, InputOptions.beforeInput(), file, folder);
    }

    private List<String> hashedByFfprobe(Path file) {
        List<String> packets = new ArrayList<>();
        listing(FfmpegForTests.programs(), file)
                .hashed(packet -> packets.add(packet.stream() + " " + packet.pts() + " " + packet.hash()));
        return packets;
    }

    private List<String> read(Programs programs, Path file) throws IOException {
        List<String> packets = new ArrayList<>();
        Listing listing = listing(programs, file);
        AtomicInteger ways = new AtomicInteger();
        try (HashingPass pass =
                new HashingPass(THREADS, file, Optional.of(listing), Map.of(), true, ways::incrementAndGet)) {
            new PacketReader(
                            listing,
                            pass,
                            (packet, hash) -> packets.add(packet.stream() + " " + packet.pts() + " "
                                    + HexFormat.of().formatHex(hash.data().orElseThrow())))
                    .read();
            assertThat(pass.join().hex()).isEqualTo(sha256(file));
            // Before each packet it would have given way.
            assertThat(ways.get()).isGreaterThanOrEqualTo(packets.size());
        }
        return packets;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
