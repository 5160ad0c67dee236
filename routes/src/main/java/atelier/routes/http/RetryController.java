package atelier.routes.http;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.plan.FailedWork.Scope;
import atelier.processors.plan.RetryStep;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tries again what failed: a rendition, an artwork, or all. */
@RestController
class RetryController {
    private static final Pattern RENDITION = Pattern.compile("(.+)/renditions/([^/]+)/retry");
    private static final Pattern ARTWORK = Pattern.compile("(.+)/retry");

    private final RetryStep step;
    private final Artworks artworks;
    private final VideoFormats formats;
    private final ArtworkChanges changes;

    RetryController(RetryStep step, Artworks artworks, VideoFormats formats, ArtworkChanges changes) {
        this.step = step;
        this.artworks = artworks;
        this.formats = formats;
        this.changes = changes;
    }

    /** @param jobs how many jobs were left again */
    record Answer(int jobs) {}

    /** All that failed. */
    @PostMapping("/api/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer all() {
        return retry(Scope.ALL, "Nothing has failed.");
    }

    /** {@code mila/sunset/retry}, {@code mila/sunset/renditions/HD/retry}. */
    @PostMapping("/api/artworks/{*path}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer some(@PathVariable String path) {
        String address = path.substring(1);
        Matcher rendition = RENDITION.matcher(address);
        if (rendition.matches() && artworks.find(rendition.group(1)).isPresent()) {
            return rendition(artworks.find(rendition.group(1)).get(), rendition.group(2));
        }
        Matcher whole = ARTWORK.matcher(address);
        String slug = whole.matches() ? whole.group(1) : address;
        if (!whole.matches() || artworks.find(slug).isEmpty()) {
            throw new NotFoundException("artwork", slug);
        }
        return retry(new Scope(Optional.of(slug), Optional.empty()), "Nothing of '" + slug + "' has failed.");
    }

    private Answer rendition(Artwork artwork, String rendition) {
        if (formats.find(artwork.id(), rendition).isEmpty()) {
            throw new NotFoundException("rendition", rendition + "' of '" + artwork.slug());
        }
        return retry(
                new Scope(Optional.of(artwork.slug()), Optional.of(rendition)),
                rendition + " of '" + artwork.slug() + "' has not failed.");
    }

    private Answer retry(Scope scope, String nothing) {
        RetryStep.Retried retried = step.retry(scope);
        if (retried.jobs() == 0) {
            throw new ConflictException(
                    nothing + " There is nothing to try again; a file that was refused is to be delivered again.");
        }
        retried.artworks().forEach(changes::changed);
        return new Answer(retried.jobs());
    }
}
