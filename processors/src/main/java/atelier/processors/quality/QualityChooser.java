package atelier.processors.quality;

import atelier.config.Recipe;
import atelier.processors.catalog.QualityTrials;
import atelier.processors.catalog.QualityTrials.Measured;
import atelier.processors.encode.Trial;
import atelier.processors.index.Fingerprint;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses the constant quality of a film in a rendition. What was tried before, in whatever film it was, is not tried again. */
public final class QualityChooser {
    /**
     * SSIM by which a film shows no more than the next lower rendition does when it is enlarged: {@code bin/bench quality} finds up to 0.995 of what was
     * filmed in its size, by two thirds of it, and 0.9973 and more of what was enlarged itself.
     */
    private static final double AS_MUCH = 0.997;

    private final QualityTrials trials;
    private final Encoder encoder;

    public QualityChooser(QualityTrials trials, Encoder encoder) {
        this.trials = trials;
        this.encoder = encoder;
    }

    /** Makes trials: {@link atelier.processors.encode.TrialEncoder}. */
    public interface Encoder {
        Trial.Outcome make(Trial trial) throws IOException;
    }

    /**
     * What suits a film.
     *
     * @param crf its constant quality, not lower than the recipe's
     * @param ssim that is expected of the sample that is least alike its source
     * @param saved share of the bytes that it is expected to save
     * @param cpuMillis CPU time that its trials took, now or when they were made
     * @param enlarged SSIM of what the next lower rendition shows of its worst sample; 0 where there is none
     */
    public record Chosen(int crf, double ssim, double saved, long cpuMillis, double enlarged) {
        /** Whether the next lower rendition shows as much of it. */
        public boolean leftOut() {
            return enlarged >= AS_MUCH;
        }
    }

    /** @param enlarged how alike what the next lower rendition shows is; 0 where there is none */
    private record Tried(Sample sample, double enlarged) {}

    /**
     * Chooses by a recipe's target.
     *
     * @throws atelier.processors.ffmpeg.ProgramException if FFmpeg cannot make a trial
     */
    public Chosen choose(Film film, Recipe recipe) throws IOException {
        List<Tried> tried = new ArrayList<>();
        for (IndexedChunk chunk : film.sampled()) {
            tried.add(tried(film, recipe, chunk));
        }
        List<Sample> samples = tried.stream().map(Tried::sample).toList();
        double enlarged = tried.stream().mapToDouble(Tried::enlarged).min().orElse(0);
        QualityRule rule = QualityRule.of(recipe, samples);
        long cpu = samples.stream()
                .mapToLong(each -> each.better().cpuMillis() + each.worse().cpuMillis())
                .sum();
        return new Chosen(rule.chosen(), rule.ssim(), enlarged >= AS_MUCH ? 1 : rule.saved(), cpu, enlarged);
    }

    private Tried tried(Film film, Recipe recipe, IndexedChunk chunk) throws IOException {
        int worse = recipe.crf() + Sample.STEP;
        Optional<Measured> one = trials.find(fingerprint(film, chunk, recipe.crf()));
        Optional<Measured> other = trials.find(fingerprint(film, chunk, worse));
        Optional<Measured> enlarged = film.below().flatMap(below -> trials.find(enlarged(film, chunk, below)));
        boolean known = one.isPresent()
                && other.isPresent()
                && enlarged.isPresent() == film.below().isPresent();
        return known
                ? new Tried(
                        new Sample(recipe.crf(), one.get(), other.get()),
                        enlarged.map(Measured::ssim).orElse(0.0))
                : trial(film, recipe, chunk, List.of(recipe.crf(), worse));
    }

    private Tried trial(Film film, Recipe recipe, IndexedChunk chunk, List<Integer> crfs) throws IOException {
        Trial.Outcome outcome = encoder.make(
                new Trial(film.file(), film.media(), chunk.span(), film.size(), recipe, crfs, film.below()));
        List<Measured> made = outcome.results().stream()
                .map(each -> trials.add(
                        fingerprint(film, chunk, each.crf()),
                        new Measured(each.kilobits(), each.ssim(), each.cpuMillis())))
                .toList();
        outcome.enlarged()
                .ifPresent(ssim ->
                        trials.add(enlarged(film, chunk, film.below().orElseThrow()), new Measured(0, ssim, 0)));
        return new Tried(
                new Sample(recipe.crf(), made.get(0), made.get(1)),
                outcome.enlarged().orElse(0));
    }

    private static String fingerprint(Film film, IndexedChunk chunk, int crf) {
        return new Fingerprint("trial 2")
                .add(film.names().apply(chunk))
                .add(crf)
                .hex();
    }

    private static String enlarged(Film film, IndexedChunk chunk, FrameSize below) {
        return new Fingerprint("enlarged 1")
                .add(film.names().apply(chunk))
                .add(below.toString())
                .hex();
    }
}
