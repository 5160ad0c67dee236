package atelier.processors.plan;

import atelier.config.Recipe;
import atelier.processors.catalog.PlanNote;
import atelier.processors.ladder.Made;
import atelier.processors.ladder.Rendition;
import atelier.processors.plan.MemoryBound.Fit;
import java.util.Optional;

/**
 * Says how a video is made of a film, or why it is not: by which encoder, and whether that fits into memory. What was delivered as itself is made as
 * it is to be, whatever that takes.
 */
final class RungChoice {
    private final EncoderChoice encoders;
    private final MemoryBound bound;

    RungChoice(EncoderChoice encoders, MemoryBound bound) {
        this.encoders = encoders;
        this.bound = bound;
    }

    /** Why it is left out of an artwork, where it is. */
    Optional<PlanNote> leftOut(Made made, Delivered from, Delivered source) {
        if (made.isDelivered()) {
            return Optional.empty();
        }
        Fit fit = fit(made, from);
        return encoders.leavesOut(source.input(), fitting(made, fit))
                .or(() -> fit instanceof Fit.LeftOut none ? Optional.of(none.why()) : Optional.empty())
                .map(why -> new PlanNote(made.rendition().name(), true, why));
    }

    /** The rendition with its encoder, as it fits. */
    Rendition made(Made made, Delivered from) {
        return encoders.of(from.input().videoFormatId(), fitting(made, fit(made, from)));
    }

    /** Why it is made otherwise than its recipe says, where it is. */
    Optional<PlanNote> otherwise(Made made, Delivered from) {
        return fit(made, from) instanceof Fit.OfFewerBits fewer
                ? Optional.of(new PlanNote(made.rendition().name(), false, fewer.why()))
                : Optional.empty();
    }

    private static Rendition fitting(Made made, Fit fit) {
        Rendition rendition = made.rendition();
        return fit instanceof Fit.OfFewerBits
                ? new Rendition(rendition.name(), rendition.recipe().withBits(Recipe.FEW_BITS))
                : rendition;
    }

    /** What a device encodes takes its memory. */
    private Fit fit(Made made, Delivered from) {
        Rendition rendition = made.rendition();
        Fit fit = made.isDelivered() || !rendition.isVideo()
                ? new Fit.AsItIs()
                : bound.of(rendition.recipe(), made.size(), from.media().video());
        boolean bounded = !(fit instanceof Fit.AsItIs)
                && encoders.of(from.input().videoFormatId(), rendition)
                        .recipe()
                        .encoder()
                        .isEmpty();
        return bounded ? fit : new Fit.AsItIs();
    }
}
