package atelier.processors.catalog;

import java.util.Optional;

/**
 * A rendition as the API shows it.
 *
 * @param ready whether enough of its beginning is made: see {@link Readiness}
 * @param complete whether it is made to its end
 * @param failed whether it cannot be made
 * @param error why it failed
 * @param segments how many segments are made
 * @param expectedSegments how many there will be, as far as the input has been read
 * @param sha256 of the whole rendition's file, once it is complete
 * @param bytes made so far; of the whole file once it is complete
 * @param waitsFor what has to come before more of it can be made, where work on other renditions does not help
 * @param origin {@code encoded} or {@code override}
 * @param note why it is made otherwise than its recipe says, where the plan decided so; goes after "it is"
 * @param quality the constant quality that was chosen for its film, or would be
 */
public record RenditionView(
        boolean ready,
        boolean complete,
        boolean failed,
        Optional<String> error,
        int segments,
        int expectedSegments,
        Optional<String> sha256,
        long bytes,
        Optional<String> waitsFor,
        String origin,
        Optional<String> note,
        Optional<Quality> quality) {

    /**
     * What a few seconds of a film came to.
     *
     * @param used whether it is what is made; else it is only said
     * @param recipeCrf what its recipe says
     * @param crf what suits it
     * @param ssim of the luma that is expected of the sample that is least alike its source
     * @param saved share of the bytes that it saves, as far as samples tell
     * @param cpuSeconds that the samples took
     * @param instead a lower rendition that shows as much of it, where there is one: this one would be left out
     */
    public record Quality(
            boolean used,
            int recipeCrf,
            int crf,
            double ssim,
            double saved,
            double cpuSeconds,
            Optional<String> instead) {}
}
