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
 * @param origin {@code encoded} or {@code override}
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
        String origin) {}
