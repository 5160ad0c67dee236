package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.CopyCuts;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.MediaInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A short encode that is made to be measured and thrown away: the middle of a chunk's pictures, in the rendition's scale, so that grain and
 * edges are what they will be.
 *
 * @param file the film
 * @param media what the probe found in it
 * @param chunk of which a part is encoded
 * @param size of the rendition's whole pictures
 * @param recipe how, but for its constant quality
 * @param crfs constant qualities that are tried
 * @param below size of the next lower rendition's pictures, if one is that may stand for this
 */
public record Trial(
        Path file,
        MediaInfo media,
        ChunkSpan chunk,
        FrameSize size,
        Recipe recipe,
        List<Integer> crfs,
        Optional<FrameSize> below) {
    private static final double SECONDS = 2;
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;

    public Trial {
        crfs = List.copyOf(crfs);
    }

    /**
     * What came of one constant quality.
     *
     * @param kilobits a second, of whole pictures, as far as their part tells
     * @param ssim of its luma, the mean of its pictures: 1 is the same as its source
     * @param cpuMillis CPU time that it took
     */
    public record Result(int crf, double kilobits, double ssim, long cpuMillis) {}

    /**
     * What came of all.
     *
     * @param results in the order of the constant qualities
     * @param enlarged SSIM of the luma of what goes into the encoder when it was made as small as the next lower rendition and enlarged again
     */
    public record Outcome(List<Result> results, OptionalDouble enlarged) {
        public Outcome {
            results = List.copyOf(results);
        }
    }

    Ratio timeBase() {
        return media.video().timing().timeBase();
    }

    /** The part of the picture that is encoded: all of it would cost a film of 4K what it costs to make it. */
    FrameSize part() {
        return new FrameSize(Math.min(WIDTH, size.width()), Math.min(HEIGHT, size.height()));
    }

    /** That part in the next lower rendition. */
    Optional<FrameSize> partBelow() {
        return below.map(lower -> new FrameSize(
                even(part().width() * lower.width() / (double) size.width()),
                even(part().height() * lower.height() / (double) size.height())));
    }

    private static int even(double length) {
        return Math.max(2, 2 * (int) Math.round(length / 2));
    }

    /** The recipe by a constant quality, with the part's share of the cap: a film that its cap starves gains nothing by a higher one. */
    Recipe by(int crf) {
        int most = recipe.maxrate() > 0 ? Math.max(1, (int) Math.round(recipe.maxrate() * share())) : 0;
        return recipe.withMaxrate(most).withCrf(crf);
    }

    /** Bit rate of whole pictures, in kbit/s, if their part has so many bytes. */
    double kilobits(long bytes) {
        return bytes * 8 / 1000.0 / span().seconds() / share();
    }

    private double share() {
        return (double) part().width() * part().height() / ((double) size.width() * size.height());
    }

    /** Two seconds from the chunk's middle key frame on: its first pictures may be a fade. */
    ChunkSpan span() {
        long from = chunk.keyFrames().get(chunk.keyFrames().size() / 2);
        long start = chunk.startPts() + pts(from);
        long ticks = Math.min((long) (SECONDS * chunk.timescale()), chunk.durationTicks() - from);
        return new ChunkSpan(
                chunk.seekPts(),
                start,
                Math.min(chunk.endPts(), start + Math.max(1, pts(ticks))),
                Math.max(1, (int) (chunk.frames() * ticks / chunk.durationTicks())),
                chunk.timescale(),
                chunk.startTicks(),
                ticks,
                chunk.frameTicks(),
                chunk.nominalTicks(),
                chunk.keyFrames().stream()
                        .filter(key -> key >= from && key < from + ticks)
                        .map(key -> key - from)
                        .toList(),
                List.of(0L),
                CopyCuts.NONE,
                chunk.every(),
                chunk.telecined());
    }

    private long pts(long ticks) {
        return Math.round(ticks / timeBase().value() / chunk.timescale());
    }
}
