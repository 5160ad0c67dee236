package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.InputOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is right is above the floor, however hard to encode; what is wrong is below it. {@code bin/bench gate} tries more, and prints. */
class LikenessFiguresTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(5), Duration.ofMinutes(5), 0, 0);
    private static final double FLOOR = 0.5;
    private static final int SECONDS = 2;
    private static final int RATE = 25;

    @TempDir
    Path folder;

    /**
     * A film that is hard.
     *
     * @param source FFmpeg's words for it
     * @param still whether half a second later it looks nearly as before: then that is not held against the floor
     */
    record Film(String name, String source, FrameSize size, Recipe recipe, boolean still) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Film> films() {
        FrameSize small = new FrameSize(320, 180);
        List<Film> films = new ArrayList<>(List.of(
                sd("white noise", lavfi("nullsrc=s=320x180:r=25,geq=random(1)*255:128:128"), small, 300, true),
                sd("coloured noise", lavfi("color=gray:s=320x180:r=25,noise=alls=100:allf=t+u"), small, 300, true),
                sd(
                        "a dark fade with grain",
                        lavfi("testsrc2=s=320x180:r=25,noise=alls=12:allf=t,fade=t=out:d=2"),
                        small,
                        300,
                        false),
                sd("a tiny film", lavfi("mandelbrot=s=64x36:r=25"), new FrameSize(32, 18), 300, true)));
        if (Boolean.getBoolean("atelier.gate")) {
            films.addAll(more());
        }
        return films.stream();
    }

    private static List<Film> more() {
        FrameSize size = new FrameSize(722, 406);
        FrameSize large = new FrameSize(1920, 1080);
        Path media = Path.of("../../shared/media").toAbsolutePath().normalize();
        List<Film> films = new ArrayList<>(List.of(
                sd("white noise, SD", lavfi("nullsrc=s=722x406:r=25,geq=random(1)*255:128:128"), size, 1600, true),
                sd("white noise, HD", lavfi("nullsrc=s=1920x1080:r=25,geq=random(1)*255:128:128"), large, 8000, true),
                sd("grain, HD", lavfi("testsrc2=s=1920x1080:r=25,noise=alls=40:allf=t"), large, 8000, true),
                sd("strobe", lavfi("testsrc2=s=722x406:r=25,negate=enable='mod(n\\,2)'"), size, 1600, false),
                sd("game of life", lavfi("life=s=722x406:r=25:mold=10"), size, 1600, true),
                sd("black", lavfi("color=black:s=722x406:r=25"), size, 1600, true)));
        for (String name : List.of("bbb720.mp4", "cars.mp4", "echo.webm", "theta_360.mp4")) {
            if (Files.exists(media.resolve(name))) {
                films.add(sd(name, "-ss 2 -i " + media.resolve(name), size, 1600, name.equals("cars.mp4")));
            }
        }
        return films;
    }

    private static Film sd(String name, String source, FrameSize size, int maxrate, boolean still) {
        return new Film(name, source, size, Recipes.capped(maxrate), still);
    }

    private static String lavfi(String graph) {
        return "-f lavfi -i " + graph;
    }

    @ParameterizedTest
    @MethodSource("films")
    void whatIsRightPassesAndWhatIsWrongDoesNot(Film film) throws IOException {
        Path master = folder.resolve("master.mkv");
        run("-v error " + film.source() + " -t " + SECONDS + " -vf fps=25,scale="
                + film.size().width() + ":" + film.size().height() + ",format=yuv420p -an -c:v ffv1 " + master);
        Samples samples = Samples.of(span(), film.size());
        Path encoded = folder.resolve("encoded.mp4");
        Command encode = new SharedVideoCommand(List.of(command(film, master))).writing(List.of(encoded));
        FfmpegForTests.programs().run(encode, LIMITS, line -> {});
        List<byte[]> taken = read(samples, encoded);
        Path joined = Files.copy(encoded, folder.resolve("joined.mp4"));
        new DecodeCheck(FfmpegForTests.programs())
                .decodes(List.of(new DecodeCheck.Encoded(joined, Optional.of(samples))), folder, Optional.empty());
        List<byte[]> found = read(samples, joined);

        double right = least(samples, taken, found);
        double black = least(samples, taken, changed(found, i -> new byte[i.length]));
        double later = least(samples, taken.subList(0, 1), List.of(turned(samples, found.get(0))));
        System.out.printf(
                Locale.ROOT,
                "gate: %s: right %.2f, green %.2f, other pictures %.2f%n",
                film.name(),
                right,
                black,
                later);
        assertThat(right).isGreaterThan(FLOOR);
        assertThat(black).isLessThan(FLOOR);
        if (!film.still()) {
            assertThat(later).isLessThan(FLOOR);
        }
    }

    private static double least(Samples samples, List<byte[]> taken, List<byte[]> found) {
        Likeness likeness = new Likeness(samples.small());
        double least = 1;
        for (int i = 0; i < taken.size(); i++) {
            assertThat(found.get(i)).hasSameSizeAs(taken.get(i)).hasSize(samples.count(i) * likeness.bytes());
            for (int at = 0; at < taken.get(i).length; at += likeness.bytes()) {
                least = Math.min(least, likeness.of(taken.get(i), found.get(i), at));
            }
        }
        return least;
    }

    private static List<byte[]> changed(List<byte[]> pictures, UnaryOperator<byte[]> change) {
        return pictures.stream().map(change).toList();
    }

    /** Each picture where the next one was. */
    private static byte[] turned(Samples samples, byte[] pictures) {
        int bytes = new Likeness(samples.small()).bytes();
        byte[] turned = new byte[pictures.length];
        System.arraycopy(pictures, bytes, turned, 0, pictures.length - bytes);
        System.arraycopy(pictures, 0, turned, pictures.length - bytes, bytes);
        return turned;
    }

    private static List<byte[]> read(Samples samples, Path beside) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (Path file : samples.files(beside)) {
            pictures.add(Files.readAllBytes(file));
        }
        return pictures;
    }

    private static ChunkSpan span() {
        int ticks = 500;
        long second = RATE * ticks;
        List<Long> keys = LongStream.range(0, 2L * SECONDS)
                .map(i -> i * 13 * ticks)
                .boxed()
                .toList();
        return new ChunkSpan(
                0,
                0,
                SECONDS * 1000L,
                SECONDS * RATE,
                (int) second,
                0,
                SECONDS * second,
                ticks,
                ticks,
                keys,
                List.of(0L));
    }

    private static VideoCommand command(Film film, Path master) {
        return new VideoCommand(
                new EncodeInput(master, InputOptions.beforeInput(), 0),
                new Ratio(1, 1000),
                span(),
                film.size(),
                VideoCommandTest.PICTURE,
                Look.STANDARD,
                film.recipe(),
                1,
                Effort.USUAL);
    }

    private void run(String words) {
        FfmpegForTests.programs()
                .run(new Command(Program.FFMPEG, List.of(words.split(" ")), folder), LIMITS, line -> {});
    }
}
