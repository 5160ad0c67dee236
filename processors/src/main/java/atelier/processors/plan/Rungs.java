package atelier.processors.plan;

import java.util.Optional;

/** The rungs of a film that are made, from the lowest upwards, as far as they may stand for larger ones that show no more. */
final class Rungs {
    /** H.264 shows as many, of a standard range. */
    private static final int FEW_BITS = 8;

    private static final String PLAYED_BY_ALL = "h264";

    private Optional<Target> highest = Optional.empty();

    /** A rung is made. A preview stands for none: it is what everybody may see. */
    void stands(Target target) {
        if (target.rendition().isVideo()
                && !target.rendition().recipe().preview()
                && target.from().isSource()) {
            highest = Optional.of(target);
        }
    }

    /** The next lower one, if whoever can play that rung can play it, and it shows as many colours. */
    Optional<Target> below(Target target) {
        boolean few = target.from().media().video().bitDepth() <= FEW_BITS;
        return highest.filter(
                lower -> codec(lower).equals(codec(target)) || codec(lower).equals(PLAYED_BY_ALL) && few);
    }

    private static String codec(Target target) {
        return target.rendition().recipe().codec();
    }
}
