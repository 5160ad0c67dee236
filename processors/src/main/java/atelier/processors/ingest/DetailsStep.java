package atelier.processors.ingest;

import atelier.config.Home;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.ingest.InboxFile.DetailsFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the details that an artist puts beside a file: {@code title: A sunset over Ghent}. */
public final class DetailsStep {
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_TITLE = 500;

    private final Home home;
    private final Artworks artworks;
    private final RefuseStep refuse;

    public DetailsStep(Home home, Artworks artworks, RefuseStep refuse) {
        this.home = home;
        this.artworks = artworks;
        this.refuse = refuse;
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
            title(details.path())
                    .ifPresent(title -> artworks.retitle(artwork.get().id(), title));
        } catch (YAMLException | ClassCastException e) {
            refuse.misnamed(
                    root,
                    details.path(),
                    new Rejection("The details cannot be read.", "Write them as YAML, one a line: title: A sunset"));
            return Optional.empty();
        }
        Path kept = home.sources().resolve(details.slug().value()).resolve("details.yml");
        Files.createDirectories(kept.getParent());
        Files.move(details.path(), kept, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(new Delivery.Known(artwork.get().id()));
    }

    private static Optional<String> title(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new YAMLException("The file has more than " + LARGEST + " bytes.");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
            Object title = content instanceof Map<?, ?> map ? map.get("title") : null;
            return Optional.ofNullable(title)
                    .map(Object::toString)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TITLE)));
        }
    }
}
