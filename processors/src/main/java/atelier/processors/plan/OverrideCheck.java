package atelier.processors.plan;

import atelier.processors.index.Index;
import atelier.processors.ingest.Rejection;
import atelier.processors.ladder.FrameSize;
import java.util.Locale;
import java.util.Optional;

/** Whether a delivered rendition shows what the source shows. Pure. */
final class OverrideCheck {
    /** Encoders round frames to even sizes, and people export 1920×1080 of 1998×1080: 1 % is not seen. */
    private static final double ASPECT_TOLERANCE = 0.01;

    private static final int FRAMES = 2;

    /** A frame's time where the rate varies, in seconds. */
    private static final double SLOWEST_FRAME = 1 / 24.0;

    private OverrideCheck() {}

    /** What does not fit, with the figures. */
    static Optional<Rejection> problem(Delivered source, Index ofSource, Delivered override, Index ofOverride) {
        return aspect(source.size(), override).or(() -> duration(ofSource, ofOverride, override.type()));
    }

    private static Optional<Rejection> aspect(FrameSize source, Delivered override) {
        FrameSize size = override.size();
        double wanted = (double) source.width() / source.height();
        double is = (double) size.width() / size.height();
        return Math.abs(is / wanted - 1) <= ASPECT_TOLERANCE
                ? Optional.empty()
                : Optional.of(new Rejection(
                        String.format(
                                Locale.ROOT,
                                "The %s is %s (%.3f:1), and its source is %s (%.3f:1): the pictures have different shapes.",
                                override.type(),
                                size,
                                is,
                                source,
                                wanted),
                        "Export it in the source's aspect ratio, or deliver a new source."));
    }

    private static Optional<Rejection> duration(Index ofSource, Index ofOverride, String type) {
        double wanted = (double) ofSource.durationTicks() / ofSource.timescale();
        double is = (double) ofOverride.durationTicks() / ofOverride.timescale();
        double allowed = FRAMES * SLOWEST_FRAME;
        return Math.abs(is - wanted) <= allowed
                ? Optional.empty()
                : Optional.of(new Rejection(
                        String.format(
                                Locale.ROOT,
                                "The %s lasts %.3f s, and its source %.3f s; they may differ by %.3f s.",
                                type,
                                is,
                                wanted,
                                allowed),
                        "Export the whole film, without leader or trailer, or deliver a new source."));
    }
}
