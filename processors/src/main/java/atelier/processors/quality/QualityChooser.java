package atelier.processors.quality;

import atelier.config.Recipe;
import atelier.processors.catalog.QualityTrials;
import atelier.processors.catalog.QualityTrials.Measured;
import atelier.processors.encode.Trial;
import atelier.processors.index.Fingerprint;
import atelier.processors.index.IndexedChunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses the constant quality of a film in a rendition. What was tried before, in whatever film it was, is not tried again. */
public final class QualityChooser {
    private final QualityTrials trials;
    private final Encoder encoder;

    public QualityChooser(QualityTrials trials, Encoder encoder) {
        this.trials = trials;
        this.encoder = encoder;
    }

    /** Makes trials: {@link atelier.processors.encode.TrialEncoder}. */
    public interface Encoder {
        List<Trial.Result> make(Trial trial) throws IOException;
    }

    /**
     * What suits a film.
     *
     * @param crf its constant quality, not lower than the recipe's
     * @param ssim that is expected of the sample that is least alike its source
     * @param saved share of the bytes that it is expected to save
     * @param cpuMillis CPU time that its trials took, now or when they were made
     */
    public record Chosen(int crf, double ssim, double saved, long cpuMillis) {}

    /**
     * Chooses by a recipe's target.
     *
     * @throws atelier.processors.ffmpeg.ProgramException if FFmpeg cannot make a trial
     */
    public Chosen choose(Film film, Recipe recipe) throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (IndexedChunk chunk : film.sampled()) {
            samples.add(sample(film, recipe, chunk));
        }
        QualityRule rule = QualityRule.of(recipe, samples);
        long cpu = samples.stream()
                .mapToLong(each -> each.better().cpuMillis() + each.worse().cpuMillis())
                .sum();
        return new Chosen(rule.chosen(), rule.ssim(), rule.saved(), cpu);
    }

    private Sample sample(Film film, Recipe recipe, IndexedChunk chunk) throws IOException {
        int worse = recipe.crf() + Sample.STEP;
        Optional<Measured> one = trials.find(fingerprint(film, chunk, recipe.crf()));
        Optional<Measured> other = trials.find(fingerprint(film, chunk, worse));
        if (one.isPresent() && other.isPresent()) {
            return new Sample(recipe.crf(), one.get(), other.get());
        }
        List<Measured> made = new ArrayList<>();
        Trial trial =
                new Trial(film.file(), film.media(), chunk.span(), film.size(), recipe, List.of(recipe.crf(), worse));
        for (Trial.Result each : encoder.make(trial)) {
            made.add(trials.add(
                    fingerprint(film, chunk, each.crf()),
                    new Measured(each.kilobits(), each.ssim(), each.cpuMillis())));
        }
        return new Sample(recipe.crf(), made.get(0), made.get(1));
    }

    private static String fingerprint(Film film, IndexedChunk chunk, int crf) {
        return new Fingerprint("trial 1")
                .add(film.names().apply(chunk))
                .add(crf)
                .hex();
    }
}
