package atelier.processors.ingest;

import atelier.processors.catalog.Spheres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the details that lie beside a source when it is taken, so that what they say of a sphere holds from its first picture on. They are
 * taken, or refused, in their turn.
 */
public final class DetailsAhead {
    private static final Logger LOG = LoggerFactory.getLogger(DetailsAhead.class);

    private final Spheres spheres;

    public DetailsAhead(Spheres spheres) {
        this.spheres = spheres;
    }

    /** @param source where it lies in the inbox */
    void read(long artworkId, Path source) {
        String name = source.getFileName().toString();
        Path beside = source.resolveSibling(name.substring(0, Math.max(0, name.lastIndexOf('.'))) + ".yml");
        try {
            if (Files.isRegularFile(beside)) {
                Details read = Details.read(beside);
                spheres.told(artworkId, read.projection(), read.stereo());
            }
        } catch (IOException | YAMLException e) {
            LOG.debug("{} could not be read ahead.", beside, e);
        }
    }
}
