package atelier.processors.bucket;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.content.ContentHash;
import atelier.processors.ingest.Delivery;
import atelier.processors.ingest.InboxFile;
import atelier.processors.ingest.InboxFile.SourceFile;
import atelier.processors.ingest.InboxStep;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.work.Admission;
import atelier.processors.work.JobProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Brings an object into a folder of its own, which stands for the inbox, and has it taken from there. */
public final class Fetcher {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    private final Path work;
    private final InboxStep inbox;
    private final Artworks artworks;
    private final ArtworkChanges changes;
    private final Admission room;
    private final JobProgress progress;
    private final Patience patience;
    private final Clock clock;

    /**
     * @param work scratch folder of this node
     * @param room lets in what there is room for
     * @param progress of fetch jobs
     */
    public Fetcher(
            Path work,
            InboxStep inbox,
            Artworks artworks,
            ArtworkChanges changes,
            Admission room,
            JobProgress progress,
            Patience patience,
            Clock clock) {
        this.work = work;
        this.inbox = inbox;
        this.artworks = artworks;
        this.changes = changes;
        this.room = room;
        this.progress = progress;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * What was fetched, and what became of it.
     *
     * @param delivery nothing for details that cannot be read
     */
    record Fetched(ContentHash content, Optional<Delivery> delivery) {}

    Fetched fetch(Found found) throws ObjectChangedException, InterruptedException {
        Admission.Place place =
                room.admit("fetch " + found.id(), found.version().bytes());
        try (place) {
            return intoOwnFolder(found);
        } catch (IOException e) {
            throw new UncheckedIOException(found.object().text() + " could not be taken: " + e.getMessage(), e);
        }
    }

    private Fetched intoOwnFolder(Found found) throws IOException, ObjectChangedException, InterruptedException {
        Files.createDirectories(work);
        Path folder = Files.createTempDirectory(work, "bucket-");
        try {
            return into(folder, found);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Fetched into(Path folder, Found found) throws IOException, ObjectChangedException, InterruptedException {
        String name = found.bucket().nameOf(found.object().key()).orElseThrow();
        // A name that is judged to be one of ours has no empty part and none that begins with a dot.
        Path file = folder.resolve(name);
        InboxFile named = inbox.named(name, file);
        announce(named);
        Files.createDirectories(file.getParent());
        ContentHash content = download(found, file);
        LOG.info("{} is fetched: {} bytes.", found.object().text(), content.bytes());
        return new Fetched(content, inbox.deliverFetched(folder, named, content));
    }

    private ContentHash download(Found found, Path file) throws ObjectChangedException, InterruptedException {
        String job = Long.toString(found.id());
        double bytes = found.version().bytes();
        progress.begin(job);
        try {
            return new Download(
                            found.remote(),
                            found.version(),
                            patience,
                            clock,
                            reached -> progress.report(job, reached / bytes))
                    .to(file);
        } finally {
            progress.end(job);
        }
    }

    /** From now on the library shows that it comes. */
    private void announce(InboxFile named) {
        if (named instanceof SourceFile source) {
            Artwork artwork =
                    artworks.findOrCreate(source.slug().value(), source.slug().title());
            changes.changed(artwork.id());
        }
    }
}
