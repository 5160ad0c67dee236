package atelier.processors.plan;

import atelier.processors.encode.Depth;
import java.util.Optional;

/** The rungs of a film that are made, from the lowest upwards, as far as they may stand for larger ones that show no more. */
final class Rungs {
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
        return highest.filter(lower ->
                        codec(lower).equals(codec(target)) || codec(lower).equals(PLAYED_BY_ALL))
                .filter(lower -> bits(lower) >= bits(target));
    }

    /** Of one source, as many bits are of one range. */
    private static int bits(Target target) {
        return Depth.bits(target.rendition().recipe(), target.from().media().video());
    }

    private static String codec(Target target) {
        return target.rendition().recipe().codec();
    }
}
