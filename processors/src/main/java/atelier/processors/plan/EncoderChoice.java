package atelier.processors.plan;

import atelier.processors.catalog.Input;
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
     * @param source the artwork's
     */
    default Optional<String> leavesOut(Input source, Rendition rendition) {
        return Optional.empty();
    }
}
