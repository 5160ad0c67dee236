package atelier.processors.ingest;

/** What became of a file that was taken from the inbox. */
public sealed interface Delivery {

    /** The artwork that it is for. */
    long artworkId();

    /**
     * It is to be read.
     *
     * @param artworkId whose source it is
     * @param inputId key of the input
     */
    record Accepted(long artworkId, long inputId) implements Delivery {}

    /**
     * Its content is the artwork's source already: there is nothing to do.
     *
     * @param artworkId whose source it is
     */
    record Known(long artworkId) implements Delivery {}

    /**
     * It was refused.
     *
     * @param artworkId the artwork that shows why
     */
    record Refused(long artworkId) implements Delivery {}
}
