package atelier.processors.ingest;

import atelier.config.Home;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.ingest.InboxFile.SourceFile;
import atelier.processors.work.JobQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a finished file out of the inbox. The file gets its name among the sources first, then the catalogue records it, and
 * only then does it leave the inbox: whenever this is cut off, it is simply done again.
 */
public final class IngestStep {
    private static final Logger LOG = LoggerFactory.getLogger(IngestStep.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Home home;
    private final Artworks artworks;
    private final VideoFormats formats;
    private final Inputs inputs;
    private final JobQueue jobs;
    private final TransactionOperations transactions;
    private final Clock clock;

    public IngestStep(
            Home home,
            Artworks artworks,
            VideoFormats formats,
            Inputs inputs,
            JobQueue jobs,
            TransactionOperations transactions,
            Clock clock) {
        this.home = home;
        this.artworks = artworks;
        this.formats = formats;
        this.inputs = inputs;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes a source. The same content again is no work, unless something of it failed: then that is tried anew.
     *
     * @throws IOException if it could not be moved; it is then still in the inbox
     * @throws InterruptedException if the thread was interrupted while the content was compared
     */
    public Delivery take(SourceFile source) throws IOException, InterruptedException {
        Optional<Artwork> known = artworks.find(source.slug().value());
        boolean failed = known.flatMap(Artwork::error).isPresent();
        if (!failed && known.isPresent() && isKnown(known.get(), source.path())) {
            LOG.info("{} is delivered again with the same content: nothing to do.", source.slug());
            Files.delete(source.path());
            return new Delivery.Known(known.get().id());
        }
        Path kept = nameAmongSources(source);
        SafeMove move = new SafeMove(source.path(), kept);
        move.begin();
        Delivery.Accepted accepted = record(source, kept, Files.size(kept));
        move.finish();
        jobs.wake();
        LOG.info("{} is taken: {} bytes, kept as {}.", source.slug(), Files.size(kept), home.relative(kept));
        return accepted;
    }

    private Delivery.Accepted record(SourceFile source, Path kept, long size) {
        return transactions.execute(status -> {
            Artwork artwork =
                    artworks.findOrCreate(source.slug().value(), source.slug().title());
            long format = formats.deliver(artwork.id(), VideoFormat.SOURCE, "delivered", home.relative(kept), size);
            long input = inputs.create(format, home.relative(kept), size);
            artworks.begin(artwork.id(), input);
            jobs.read(input);
            return new Delivery.Accepted(artwork.id(), input);
        });
    }

    /** Whether it is the very file that was recorded before a crash, or has the same content as the present source. */
    private boolean isKnown(Artwork artwork, Path file) throws IOException, InterruptedException {
        Optional<Input> input =
                artwork.inputId().isPresent() ? inputs.find(artwork.inputId().getAsLong()) : Optional.empty();
        if (input.isEmpty() || !Files.isRegularFile(home.resolve(input.get().filePath()))) {
            return false;
        }
        Path kept = home.resolve(input.get().filePath());
        if (Files.isSameFile(kept, file)) {
            return true;
        }
        return input.get().fileHash().isPresent()
                && input.get().fileSize() == Files.size(file)
                && Files.size(kept) == Files.size(file)
                && input.get().fileHash().get().equals(ContentHash.sha256(file).hex());
    }

    private Path nameAmongSources(SourceFile source) throws IOException {
        Path folder = home.sources().resolve(source.slug().value());
        Files.createDirectories(folder);
        String unique = STAMP.format(clock.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        return folder.resolve(source.extension().isEmpty() ? unique : unique + "." + source.extension());
    }
}
