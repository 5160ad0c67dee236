package atelier.processors.ingest;

import atelier.config.Home;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Overrides;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.content.ContentHash;
import atelier.processors.ingest.InboxFile.OverrideFile;
import atelier.processors.ingest.InboxFile.SourceFile;
import atelier.processors.ladder.TrackName;
import atelier.processors.sources.Deposit;
import atelier.processors.sources.Sources;
import atelier.processors.work.JobQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Takes finished files out of the inbox, unless their content is known. */
public final class IngestStep {
    private static final Logger LOG = LoggerFactory.getLogger(IngestStep.class);

    private final Home home;
    private final Artworks artworks;
    private final VideoFormats formats;
    private final Inputs inputs;
    private final Overrides overrides;
    private final DetailsAhead details;
    private final JobQueue jobs;
    private final TransactionOperations transactions;
    private final SourceKeeper keeper;
    private final KnownContent knownContent;

    public IngestStep(
            Home home,
            Sources sources,
            Artworks artworks,
            VideoFormats formats,
            Inputs inputs,
            Overrides overrides,
            DetailsAhead details,
            JobQueue jobs,
            TransactionOperations transactions,
            Clock clock) {
        this.home = home;
        this.artworks = artworks;
        this.formats = formats;
        this.inputs = inputs;
        this.overrides = overrides;
        this.details = details;
        this.jobs = jobs;
        this.transactions = transactions;
        this.keeper = new SourceKeeper(home, sources, clock);
        this.knownContent = new KnownContent(home, sources);
    }

    /**
     * Takes a source. The same content again is no work, unless something of it failed: then that is tried anew.
     *
     * @param content its hash, where that is known: then it is not read for it
     * @throws IOException if it could not be moved; it is then still in the inbox
     * @throws InterruptedException if the thread was interrupted while the content was compared
     */
    public Delivery take(SourceFile source, Optional<ContentHash> content) throws IOException, InterruptedException {
        Optional<Artwork> known = artworks.find(source.slug().value());
        boolean failed = known.flatMap(Artwork::error).isPresent();
        if (!failed && known.isPresent() && isKnown(known.get(), source.path(), content)) {
            LOG.info("{} is delivered again with the same content: nothing to do.", source.slug());
            Files.delete(source.path());
            return new Delivery.Known(known.get().id());
        }
        return awake(keeper.keep(
                source.path(),
                source.slug().value(),
                source.extension(),
                (kept, copy) -> record(source, kept, copy, content)));
    }

    /**
     * Takes a rendition that an artist delivers. The same content again is no work.
     *
     * @param content its hash, where that is known: then it is not read for it
     * @throws IOException if it could not be moved; it is then still in the inbox
     * @throws InterruptedException if the thread was interrupted while the content was compared
     */
    public Delivery takeOverride(OverrideFile override, Optional<ContentHash> content)
            throws IOException, InterruptedException {
        Optional<Artwork> known = artworks.find(override.slug().value());
        Optional<Input> present = known.flatMap(artwork -> overrides.input(artwork.id(), override.rendition()))
                .flatMap(inputs::find);
        if (present.isPresent() && knownContent.isSame(present.get(), override.path(), content)) {
            LOG.info("{}@{} is delivered again: nothing to do.", override.slug(), override.rendition());
            Files.delete(override.path());
            return new Delivery.Known(known.get().id());
        }
        String folder = override.slug().value() + "@" + override.rendition();
        return awake(keeper.keep(
                override.path(),
                folder,
                extension(override.path()),
                (kept, copy) -> record(override, kept, copy, content)));
    }

    /** Whoever reads it may refuse it at once: it need not be there from here on. */
    private Delivery awake(Delivery delivery) {
        if (delivery instanceof Delivery.Accepted) {
            jobs.wake();
        }
        return delivery;
    }

    /**
     * The artwork that subtitles are beside; none before it is there. Of {@code talk.en.srt} that is {@code talk.en}, where there is
     * no {@code talk}.
     */
    Optional<OverrideFile> beside(OverrideFile subtitles, String language) {
        if (artworks.find(subtitles.slug().value()).isPresent()) {
            return Optional.of(subtitles);
        }
        TrackName unknown = TrackName.of(TrackName.of(subtitles.rendition()).recipe(), Optional.empty());
        return Optional.of(subtitles.slug().value() + "." + language.toLowerCase(Locale.ROOT))
                .filter(slug -> artworks.find(slug).isPresent())
                .map(slug -> new OverrideFile(new Slug(slug), unknown.text(), subtitles.path()));
    }

    private Delivery record(SourceFile source, Path kept, Deposit copy, Optional<ContentHash> content) {
        return transactions.execute(status -> {
            long id = artworks.findOrCreate(source.slug().value(), source.slug().title())
                    .id();
            Artwork artwork = artworks.lock(id).orElseThrow();
            if (isTakenByAnother(artwork, kept)) {
                return new Delivery.Known(id);
            }
            long size = SourceKeeper.size(kept);
            long format = formats.deliver(artwork.id(), VideoFormat.SOURCE, "delivered", home.relative(kept), size);
            long input = inputs.create(format, home.relative(kept), size);
            copy.recorded(input);
            content.ifPresent(known -> inputs.hash(input, known.hex()));
            artworks.begin(artwork.id(), input);
            details.read(artwork.id(), source.path());
            jobs.read(input);
            return new Delivery.Accepted(artwork.id(), input);
        });
    }

    /** Whether another node that watches the same inbox was quicker: then the very file is recorded already. */
    private boolean isTakenByAnother(Artwork artwork, Path kept) {
        Optional<Path> present = artwork.inputId().stream()
                .mapToObj(inputs::find)
                .flatMap(Optional::stream)
                .map(input -> home.resolve(input.filePath()))
                .filter(file -> !file.equals(kept))
                .findFirst();
        try {
            return present.isPresent() && Files.exists(present.get()) && Files.isSameFile(present.get(), kept);
        } catch (IOException e) {
            throw new UncheckedIOException(kept + " cannot be looked at.", e);
        }
    }

    private Delivery record(OverrideFile override, Path kept, Deposit copy, Optional<ContentHash> content) {
        return transactions.execute(status -> {
            Artwork artwork = artworks.findOrCreate(
                    override.slug().value(), override.slug().title());
            long format = formats.findOrCreate(artwork.id(), override.rendition());
            long input = inputs.create(format, home.relative(kept), SourceKeeper.size(kept));
            copy.recorded(input);
            content.ifPresent(known -> inputs.hash(input, known.hex()));
            jobs.read(input);
            return new Delivery.Accepted(artwork.id(), input);
        });
    }

    /** Whether it is the very file that was recorded before a crash, or has the same content as the present source. */
    private boolean isKnown(Artwork artwork, Path file, Optional<ContentHash> content)
            throws IOException, InterruptedException {
        Optional<Input> input =
                artwork.inputId().isPresent() ? inputs.find(artwork.inputId().getAsLong()) : Optional.empty();
        return input.isPresent() && knownContent.isSame(input.get(), file, content);
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(Math.max(0, name.lastIndexOf('.') + 1));
    }
}
