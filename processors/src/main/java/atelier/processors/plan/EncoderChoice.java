package atelier.processors.plan;

import atelier.processors.ladder.Rendition;
import java.util.Optional;

/** Says by which encoder a rendition is made. */
public interface EncoderChoice {
    /** By that of its recipe's codec. */
    EncoderChoice SOFTWARE = (form, rendition) -> rendition;

    /**
     * The rendition with its encoder.
     *
     * @param form key of a form of the artwork
     */
    Rendition of(long form, Rendition rendition);

    /**
     * Why a rendition is left out of an artwork, where it is.
     *
     * @param form key of a form of the artwork
     */
    default Optional<String> leavesOut(long form, Rendition rendition) {
        return Optional.empty();
    }
}
