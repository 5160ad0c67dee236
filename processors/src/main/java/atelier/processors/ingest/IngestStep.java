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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
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
    private final Sources sources;
    private final Artworks artworks;
    private final VideoFormats formats;
    private final Inputs inputs;
    private final Overrides overrides;
    private final JobQueue jobs;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final KnownContent knownContent;

    public IngestStep(
            Home home,
            Sources sources,
            Artworks artworks,
            VideoFormats formats,
            Inputs inputs,
            Overrides overrides,
            JobQueue jobs,
            TransactionOperations transactions,
            Clock clock) {
        this.home = home;
        this.sources = sources;
        this.artworks = artworks;
        this.formats = formats;
        this.inputs = inputs;
        this.overrides = overrides;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
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
        return keep(
                source.path(),
                source.slug().value(),
                source.extension(),
                (kept, copy) -> record(source, kept, copy, content));
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
        return keep(
                override.path(),
                folder,
                extension(override.path()),
                (kept, copy) -> record(override, kept, copy, content));
    }

    private Delivery keep(Path file, String folder, String extension, BiFunction<Path, Deposit, Delivery> record)
            throws IOException {
        sources.requirePresence();
        Path kept = nameAmongSources(folder, extension);
        SafeMove move = new SafeMove(file, kept);
        move.begin();
        long bytes = size(kept);
        Deposit copy = deposit(file, kept);
        Delivery accepted = record.apply(kept, copy);
        if (accepted instanceof Delivery.Known) {
            if (Files.exists(file) && Files.isSameFile(file, kept)) {
                Files.delete(file);
            }
            Files.delete(kept);
            copy.withdraw();
            return accepted;
        }
        move.finish();
        copy.settle();
        LOG.info("{} is taken: {} bytes, kept as {}.", folder, bytes, home.relative(kept));
        jobs.wake(); // whoever reads it may refuse it at once: it need not be there from here on
        return accepted;
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

    /** Where it cannot be kept now, it is in the inbox still, under its one name. */
    private Deposit deposit(Path file, Path kept) throws IOException {
        try {
            return sources.deposit(kept);
        } catch (RuntimeException | IOException e) {
            if (Files.exists(file)) {
                Files.deleteIfExists(kept);
            }
            throw e;
        }
    }

    private Delivery record(SourceFile source, Path kept, Deposit copy, Optional<ContentHash> content) {
        return transactions.execute(status -> {
            long id = artworks.findOrCreate(source.slug().value(), source.slug().title())
                    .id();
            Artwork artwork = artworks.lock(id).orElseThrow();
            if (isTakenByAnother(artwork, kept)) {
                return new Delivery.Known(id);
            }
            long size = size(kept);
            long format = formats.deliver(artwork.id(), VideoFormat.SOURCE, "delivered", home.relative(kept), size);
            long input = inputs.create(format, home.relative(kept), size);
            copy.recorded(input);
            content.ifPresent(known -> inputs.hash(input, known.hex()));
            artworks.begin(artwork.id(), input);
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
            long input = inputs.create(format, home.relative(kept), size(kept));
            copy.recorded(input);
            content.ifPresent(known -> inputs.hash(input, known.hex()));
            jobs.read(input);
            return new Delivery.Accepted(artwork.id(), input);
        });
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be looked at.", e);
        }
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

    private Path nameAmongSources(String name, String extension) throws IOException {
        Path folder = home.sources().resolve(name);
        Files.createDirectories(folder);
        String unique = STAMP.format(clock.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        return folder.resolve(extension.isEmpty() ? unique : unique + "." + extension);
    }
}
