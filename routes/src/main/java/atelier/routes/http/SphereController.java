package atelier.routes.http;

import atelier.processors.ingest.DetailsStep;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Stereo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes from the artist how an artwork's sphere lies on its frame: what a file of details beside it says, too. */
@RestController
class SphereController {
    private static final String SPHERE = "/sphere";

    private final DetailsStep details;

    SphereController(DetailsStep details) {
        this.details = details;
    }

    /**
     * What is told.
     *
     * @param projection where it is not what the file says
     * @param stereo where it is not what the file says
     */
    record Sphere(Optional<String> projection, Optional<String> stereo) {}

    /** {@code mila/sunset/sphere}; what is not told is left to the file. */
    @PutMapping("/api/artworks/{*path}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tell(@PathVariable String path, @RequestBody Sphere sphere) {
        String slug = path.endsWith(SPHERE) ? path.substring(1, path.length() - SPHERE.length()) : "";
        Optional<Projection> projection =
                sphere.projection().map(name -> known(name, Projection::of, Projection.values(), Projection::text));
        Optional<Stereo> stereo = sphere.stereo().map(name -> known(name, Stereo::of, Stereo.values(), Stereo::text));
        if (!details.tell(slug, projection, stereo)) {
            throw new NotFoundException("artwork", path.substring(1));
        }
    }

    private static <T> T known(String name, Function<String, Optional<T>> reading, T[] all, Function<T, String> text) {
        List<String> names = Arrays.stream(all).map(text).toList();
        return reading.apply(name)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "'" + name + "' is not known. There are: " + String.join(", ", names) + "."));
    }
}
