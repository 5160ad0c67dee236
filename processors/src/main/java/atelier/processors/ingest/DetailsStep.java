package atelier.processors.ingest;

import atelier.config.Home;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Spheres;
import atelier.processors.ingest.InboxFile.DetailsFile;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Stereo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.yaml.snakeyaml.error.YAMLException;

/** Takes the details that an artist puts beside a file: {@code title: A sunset over Ghent}. */
public final class DetailsStep {
    private final Home home;
    private final Artworks artworks;
    private final Spheres spheres;
    private final RefuseStep refuse;
    private final LongConsumer listener;

    /** @param listener is given the key of an artwork of which something was told */
    public DetailsStep(Home home, Artworks artworks, Spheres spheres, RefuseStep refuse, LongConsumer listener) {
        this.home = home;
        this.artworks = artworks;
        this.spheres = spheres;
        this.refuse = refuse;
        this.listener = listener;
    }

    /**
     * Tells how the sphere of an artwork lies on its frame, in place of what was told before.
     *
     * @return whether there is such an artwork
     */
    public boolean tell(String slug, Optional<Projection> projection, Optional<Stereo> stereo) {
        Optional<Artwork> artwork = artworks.find(slug);
        artwork.ifPresent(found -> {
            spheres.told(found.id(), projection, stereo);
            listener.accept(found.id());
        });
        return artwork.isPresent();
    }

    /**
     * Takes the details of an artwork. Before the artwork is there, they are left where they are.
     *
     * @param root the folder that their name is below
     * @throws IOException if they could not be moved; they are then still there
     */
    Optional<Delivery> take(DetailsFile details, Path root) throws IOException {
        Optional<Artwork> artwork = artworks.find(details.slug().value());
        if (artwork.isEmpty()) {
            return Optional.empty();
        }
        try {
            Details read = Details.read(details.path());
            read.title().ifPresent(title -> artworks.retitle(artwork.get().id(), title));
            spheres.told(artwork.get().id(), read.projection(), read.stereo());
        } catch (YAMLException e) {
            refuse.misnamed(
                    root,
                    details.path(),
                    new Rejection(
                            "The details cannot be read. " + e.getMessage(),
                            "Write them as YAML, one a line: title: A sunset"));
            return Optional.empty();
        }
        Path kept = home.sources().resolve(details.slug().value()).resolve("details.yml");
        Files.createDirectories(kept.getParent());
        Files.move(details.path(), kept, StandardCopyOption.REPLACE_EXISTING);
        listener.accept(artwork.get().id());
        return Optional.of(new Delivery.Known(artwork.get().id()));
    }
}
