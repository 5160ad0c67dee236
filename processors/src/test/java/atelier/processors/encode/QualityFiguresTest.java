package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import atelier.config.Recipe;
import atelier.processors.catalog.QualityTrials;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.encode.QualityFigures.Point;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.IndexedChunk;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.SourceLimits;
import atelier.processors.quality.Film;
import atelier.processors.quality.QualityChooser;
import atelier.processors.quality.QualityChooser.Chosen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is chosen by samples holds for the films. {@code bin/bench quality} tries more, and prints what it saves. */
class QualityFiguresTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(10), Duration.ofMinutes(10), 0, 0);

    /** In decibels: samples are not the film. */
    private static final double NEARLY = 0.5;

    /** What is tried beside: so much better and worse than the recipe's. */
    private static final int DOWN = 2;

    private static final int UP = 8;

    @TempDir
    Path folder;

    /** HD's. */
    private static final Recipe RECIPE = new Recipe(
            Recipe.Kind.VIDEO,
            "3K",
            Recipe.Policy.EAGER,
            1920,
            1080,
            false,
            "h264",
            "veryfast",
            21,
            8000,
            48_000,
            2,
            3,
            "",
            1,
            0.97,
            0);

    @Test
    void whatIsChosenIsAsAlikeAsItIsToBe() throws IOException {
        assumeTrue(QualityClip.BENCH || Boolean.getBoolean("full"), "takes a while");
        List<QualityFigures> all = new ArrayList<>();
        for (QualityClip clip : QualityClip.all()) {
            QualityFigures figures = figures(clip);
            all.add(figures);
            Point before = figures.by(RECIPE.crf());
            Point after = figures.by(figures.chosen().crf());
            say(
                    "%s: CRF %d for %d, %.0f for %.0f kbit/s, SSIM %.4f for %.4f, expected %.4f; %.1f s of CPU time; two thirds of its size show %.4f of it",
                    clip.name(),
                    after.crf(),
                    before.crf(),
                    figures.kilobits(after.crf()),
                    figures.kilobits(before.crf()),
                    after.ssim(),
                    before.ssim(),
                    figures.chosen().ssim(),
                    figures.chosen().cpuMillis() / 1000.0,
                    figures.chosen().enlarged());
            if (clip.isFilmed()) {
                assertThat(figures.chosen().leftOut()).as(clip.name()).isEqualTo(clip.isEnlarged());
            }
            assertThat(decibels(after.ssim()))
                    .as(clip.name())
                    .isGreaterThan(Math.min(decibels(RECIPE.target()), decibels(before.ssim()) - 1) - NEARLY);
        }
        compare(all, "mean", ssims -> ssims.average().orElseThrow());
        compare(all, "least", ssims -> ssims.min().orElseThrow());
    }

    /** One constant quality for all films, by which they are as alike their sources as by their own: what it costs more. */
    private static void compare(List<QualityFigures> all, String what, ToDoubleFunction<DoubleStream> reduction) {
        double wanted = reduction.applyAsDouble(
                all.stream().mapToDouble(each -> each.by(each.chosen().crf()).ssim()));
        double least = RECIPE.crf() - DOWN;
        double most = RECIPE.crf() + UP;
        while (most - least > 0.01) {
            double crf = (least + most) / 2;
            boolean better = reduction.applyAsDouble(all.stream().mapToDouble(each -> each.ssim(crf))) > wanted;
            least = better ? crf : least;
            most = better ? most : crf;
        }
        double common = least;
        double one = all.stream().mapToDouble(each -> each.kilobits(common)).sum();
        double own = all.stream()
                .mapToDouble(each -> each.kilobits(each.chosen().crf()))
                .sum();
        say(
                "at the same %s SSIM of %.4f: %.0f kbit/s by CRF %.1f for all, %.0f by each film's own: %.0f %% fewer bytes",
                what, wanted, one, common, own, 100 * (1 - own / one));
    }

    private QualityFigures figures(QualityClip clip) throws IOException {
        Path master = folder.resolve("master.mkv");
        run("-v error -y " + clip.input() + " -t " + clip.seconds() + " -vf " + clip.filter() + ",fps=" + clip.rate()
                + ",format=yuv420p,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
                + " -an -c:v ffv1 " + master);
        MediaInfo media = new Prober(FfmpegForTests.programs(), LIMITS, SourceLimits.defaults(), folder).probe(master);
        QualityChooser chooser = new QualityChooser(
                new QualityTrials(JdbcClient.create(DatabaseForTests.freshCatalogue()), Clock.systemUTC()),
                new TrialEncoder(FfmpegForTests.programs(), ChunkStudio.settings(folder))::make);
        Film film = new Film(
                master, media, clip.size(), Optional.of(clip.twoThirds()), clip.chunks(), IndexedChunk::fingerprint);
        Chosen chosen = chooser.choose(film, RECIPE);
        IntStream tried = QualityClip.BENCH
                ? IntStream.of(RECIPE.crf() - DOWN, RECIPE.crf(), RECIPE.crf() + 3, RECIPE.crf() + 5)
                : IntStream.of(RECIPE.crf());
        List<Integer> crfs = IntStream.concat(tried, IntStream.of(RECIPE.crf() + UP, chosen.crf()))
                .distinct()
                .sorted()
                .boxed()
                .toList();
        return new QualityFigures(clip, chosen, points(clip, master, media, crfs));
    }

    /** The whole film as a chunk, as chunks are encoded, and compared with its master. */
    private List<Point> points(QualityClip clip, Path master, MediaInfo media, List<Integer> crfs) throws IOException {
        List<Path> files =
                crfs.stream().map(crf -> folder.resolve("crf" + crf + ".mp4")).toList();
        List<VideoCommand> parts = crfs.stream()
                .map(crf -> new VideoCommand(
                        new EncodeInput(master, InputOptions.beforeInput(), 0),
                        media.video().timing().timeBase(),
                        clip.span(0, clip.seconds()),
                        clip.size(),
                        SourcePicture.of(media.video()),
                        Look.STANDARD,
                        RECIPE.withCrf(crf),
                        1,
                        Effort.USUAL))
                .toList();
        FfmpegForTests.programs().run(new SharedVideoCommand(parts).writing(files), LIMITS, line -> {});
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < crfs.size(); i++) {
            run("-v error -y -i " + files.get(i) + " -i " + master
                    + " -lavfi [0:v]settb=1/1000,setpts=N[a];[1:v]settb=1/1000,setpts=N[b];[a][b]ssim=stats_file=film.log"
                    + " -f null -");
            double ssim = TrialEncoder.ssim(Files.readAllLines(folder.resolve("film.log")));
            points.add(new Point(crfs.get(i), Files.size(files.get(i)), ssim));
        }
        return points;
    }

    private void run(String words) {
        FfmpegForTests.withoutSandbox()
                .run(new Command(Program.FFMPEG, List.of(words.split(" ")), folder), LIMITS, line -> {});
    }

    private static double decibels(double ssim) {
        return -10 * Math.log10(1 - ssim);
    }

    private static void say(String words, Object... figures) {
        System.out.printf(Locale.ROOT, "quality: " + words + "%n", figures);
    }
}
