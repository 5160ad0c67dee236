package atelier.processors.quality;

import atelier.config.Recipe;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What follows of samples. The recipe's constant quality is the best that any film gets. A higher one is chosen as far as its bits would buy
 * too little likeness: so grain, of which much is spent and little kept, gets more of a step up than a drawing, and of all films together the same number of
 * bits goes farther. But no sample becomes less alike than the target; and one that never was, not by more than can hardly be seen. Pure.
 *
 * @param crf the recipe's
 * @param target SSIM
 * @param scale kbit/s that are much for the rendition: the cap of its bit rate
 * @param samples at least one
 */
record QualityRule(int crf, double target, double scale, List<Sample> samples) {
    /** SSIM that as many bits must buy as the scale has: of HD, 0.02 for each Mbit/s. */
    private static final double WORTH = 0.16;

    /** Of a recipe without a cap: pixels for each kbit/s, about as those have that have one. */
    private static final double UNCAPPED = 256;

    /** What two measurements say of others farther away is not relied on. */
    private static final int MOST = 8;

    private static final int WORST_CRF = 51;

    /** In decibels, of what is less alike than the target by the recipe already. */
    private static final double HARDLY_SEEN = 1;

    QualityRule {
        samples = List.copyOf(samples);
    }

    static QualityRule of(Recipe recipe, List<Sample> samples) {
        double scale = recipe.maxrate() > 0 ? recipe.maxrate() : (double) recipe.width() * recipe.height() / UNCAPPED;
        return new QualityRule(recipe.crf(), recipe.target(), scale, samples);
    }

    /** The constant quality that suits. */
    int chosen() {
        return IntStream.rangeClosed(crf, Math.min(crf + MOST, WORST_CRF))
                .takeWhile(at -> at == crf || samples.stream().allMatch(sample -> isAlikeEnough(sample, at)))
                .boxed()
                .min(Comparator.comparingDouble(this::cost))
                .orElseThrow();
    }

    /** How alike its source the worst sample is then. */
    double ssim() {
        int at = chosen();
        return samples.stream().mapToDouble(sample -> sample.ssim(at)).min().orElseThrow();
    }

    /** Share of the bits that it saves. */
    double saved() {
        int at = chosen();
        return 1 - mean(sample -> sample.kilobits(at)) / mean(sample -> sample.kilobits(crf));
    }

    private double cost(int at) {
        return WORTH * mean(sample -> sample.kilobits(at)) / scale - mean(sample -> sample.ssim(at));
    }

    private boolean isAlikeEnough(Sample sample, int at) {
        double least = Math.min(Sample.decibels(target), Sample.decibels(sample.ssim(crf)) - HARDLY_SEEN);
        return Sample.decibels(sample.ssim(at)) >= least;
    }

    private double mean(ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).average().orElseThrow();
    }
}
