package atelier.processors.plan;

import atelier.processors.ladder.Rendition;

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
}
