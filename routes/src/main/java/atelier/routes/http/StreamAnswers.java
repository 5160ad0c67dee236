package atelier.routes.http;

import atelier.processors.catalog.ArtworkView;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.RenditionView;
import atelier.processors.plan.DemandStep;
import atelier.processors.work.Admission;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Where an artwork, or one of its renditions, can be played now; what that waits for where it is being made; why it cannot be
 * where it failed.
 */
@Component
class StreamAnswers {
    private static final String SOON = "2";

    private final Admission admission;
    private final PlaybackAddresses addresses;
    private final BiPredicate<String, String> demand;

    @Autowired
    StreamAnswers(Admission admission, PlaybackAddresses addresses, DemandStep demand) {
        this(admission, addresses, demand::ask);
    }

    /** @param demand asks for a rendition of an artwork that is not made before, and tells whether it will be */
    StreamAnswers(Admission admission, PlaybackAddresses addresses, BiPredicate<String, String> demand) {
        this.demand = demand;
        this.admission = admission;
        this.addresses = addresses;
    }

    /**
     * What can be played.
     *
     * @param url path of it, relative to where it was asked for
     * @param type its media type
     * @param expiresAt until when it may be asked for; none: for ever
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Stream(String url, String type, Optional<Instant> expiresAt) {}

    /**
     * What is being made.
     *
     * @param state of the artwork
     * @param progress of the work on it, 0 to 1
     * @param waitsFor what must come first, for people
     */
    record Waiting(String state, double progress, String waitsFor) {}

    /** @param rendition one of them, as a file; empty: the best that there is, as a playlist */
    ResponseEntity<Object> of(ArtworkView artwork, Optional<String> rendition) {
        return rendition.map(name -> rendition(artwork, name)).orElseGet(() -> edition(artwork));
    }

    private ResponseEntity<Object> edition(ArtworkView artwork) {
        ArtworkView opened = addresses.open(artwork);
        if (opened.playback().isPresent()) {
            return playable(artwork, opened.playback().get().master(), MediaTypes.of("m3u8"));
        }
        if (artwork.state().equals("failed")) {
            throw failed(artwork.slug(), artwork.error());
        }
        return waiting(
                artwork,
                artwork.state().equals("ingesting") ? "its source to be read" : "the first seconds to be encoded");
    }

    private ResponseEntity<Object> rendition(ArtworkView artwork, String name) {
        boolean comes = demand.test(artwork.slug(), name);
        RenditionView rendition = artwork.renditions().get(name);
        if (rendition == null) {
            if (comes) {
                return waiting(artwork, name + " to be encoded: it is made on demand, and was asked for now");
            }
            throw new NotFoundException("rendition", name + "' of '" + artwork.slug());
        }
        if (rendition.complete()) {
            return addresses
                    .open(artwork)
                    .poster()
                    .filter(poster -> name.equals("TN"))
                    .map(poster -> playable(artwork, poster, MediaType.IMAGE_JPEG))
                    .orElseGet(() -> playable(
                            artwork, addresses.file(artwork, file(artwork.slug(), name)), MediaTypes.of("mp4")));
        }
        if (rendition.failed()) {
            throw failed(name + "' of '" + artwork.slug(), rendition.error());
        }
        String made = rendition.segments() + " of " + rendition.expectedSegments();
        return waiting(artwork, name + " to be encoded: " + made + " segments are made");
    }

    private static String file(String slug, String rendition) {
        return MediaAddress.path(MediaAddress.ofArtwork(slug, rendition + ".mp4"));
    }

    private static ConflictException failed(String name, Optional<String> error) {
        return new ConflictException("'" + name + "' cannot be played. " + error.orElse("It could not be made."));
    }

    private ResponseEntity<Object> playable(ArtworkView artwork, String url, MediaType type) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Stream(url, type.toString(), addresses.until(PlaybackAddresses.film(artwork))));
    }

    private ResponseEntity<Object> waiting(ArtworkView artwork, String reason) {
        return ResponseEntity.accepted()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .body(new Waiting(
                        artwork.state(),
                        artwork.progress(),
                        admission.obstacle().orElse(reason)));
    }
}
