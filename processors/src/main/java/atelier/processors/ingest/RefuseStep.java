package atelier.processors.ingest;

import atelier.config.Home;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Edition;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Plan;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Rejections;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.sources.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Refuses a file: moves it to {@code rejected/} beside a note, and says so in the library. */
public final class RefuseStep {
    private static final Logger LOG = LoggerFactory.getLogger(RefuseStep.class);

    private final Home home;
    private final Sources sources;
    private final RejectedFolder folder;
    private final Artworks artworks;
    private final VideoFormats formats;
    private final Inputs inputs;
    private final Editions editions;
    private final Plans plans;
    private final Rejections rejections;
    private final TransactionOperations transactions;

    public RefuseStep(
            Home home,
            Sources sources,
            RejectedFolder folder,
            Artworks artworks,
            VideoFormats formats,
            Inputs inputs,
            Editions editions,
            Plans plans,
            Rejections rejections,
            TransactionOperations transactions) {
        this.home = home;
        this.sources = sources;
        this.folder = folder;
        this.artworks = artworks;
        this.formats = formats;
        this.inputs = inputs;
        this.editions = editions;
        this.plans = plans;
        this.rejections = rejections;
        this.transactions = transactions;
    }

    /**
     * Refuses a file that has just been delivered.
     *
     * @param root the folder that its name is below: the inbox, or whatever stands for it
     * @param slug the artwork that it was meant for
     * @throws IOException if it could not be moved; it is then still there
     */
    Delivery.Refused delivered(Path root, Slug slug, Path file, Rejection rejection) throws IOException {
        Path refused = folder.reject(root, file, rejection);
        long id = transactions.execute(status -> {
            Artwork artwork = artworks.findOrCreate(slug.value(), slug.title());
            say(artwork, refused, rejection, OptionalLong.empty());
            return artwork.id();
        });
        return new Delivery.Refused(id);
    }

    /**
     * Refuses a rendition that has just been delivered: its artwork, if there is one, goes on without it.
     *
     * @throws IOException if it could not be moved; it is then still there
     */
    Delivery.Refused deliveredOverride(Path root, Slug slug, Path file, Rejection rejection) throws IOException {
        if (artworks.find(slug.value()).isEmpty()) {
            return delivered(root, slug, file, rejection);
        }
        Path refused = folder.reject(root, file, rejection);
        Artwork artwork = artworks.find(slug.value()).orElseThrow();
        transactions.executeWithoutResult(status -> note(artwork, refused, rejection, "", OptionalLong.empty()));
        return new Delivery.Refused(artwork.id());
    }

    /** Refuses a file whose name no artwork can have. */
    void misnamed(Path root, Path file, Rejection rejection) throws IOException {
        LOG.warn("{} is refused: {}", folder.reject(root, file, rejection), rejection.problem());
    }

    /**
     * Refuses an input that was taken already.
     *
     * @throws IOException if it could not be moved; it is then still among the sources
     */
    public void input(Input input, Rejection rejection) throws IOException {
        Artwork artwork = artworks.find(input.artworkId()).orElseThrow();
        Path refused = moveOut(input, artwork.slug(), rejection);
        transactions.executeWithoutResult(status -> say(artwork, refused, rejection, OptionalLong.of(input.id())));
        sources.forget(input);
    }

    /**
     * Refuses a rendition that was taken already as an override: the artwork goes on without it.
     *
     * @throws IOException if it could not be moved; it is then still among the sources
     */
    public void override(Input input, String rendition, Rejection rejection) throws IOException {
        Artwork artwork = artworks.find(input.artworkId()).orElseThrow();
        Path refused = moveOut(input, artwork.slug() + "@" + rendition, rejection);
        String before = "The " + rendition + " delivered by hand is not used. ";
        transactions.executeWithoutResult(
                status -> note(artwork, refused, rejection, before, OptionalLong.of(input.id())));
        sources.forget(input);
    }

    /** Out of the sources, with the folders that were made for it. */
    private Path moveOut(Input input, String as, Rejection rejection) throws IOException {
        Path kept = sources.bring(input);
        Path refused = folder.rejectAs(Path.of(as + extension(kept)), kept, rejection);
        EmptyFolders.remove(kept.getParent(), home.sources());
        return refused;
    }

    private void note(Artwork artwork, Path refused, Rejection rejection, String before, OptionalLong input) {
        String error = before + rejection.problem() + " " + rejection.remedy();
        rejections.add(artwork.id(), input, home.relative(refused), rejection.problem(), rejection.remedy());
        artworks.note(artwork.id(), error);
        LOG.warn("{}: {} It lies in {}.", artwork.slug(), error, home.relative(refused));
    }

    /** Gives up an input that could not be read, for a reason that may not be the file's: it stays where it is. */
    public void unreadable(Input input, String error) {
        transactions.executeWithoutResult(status -> artworks.find(input.artworkId())
                .ifPresent(artwork -> replaceOrFail(artwork, error, OptionalLong.of(input.id()))));
    }

    private void say(Artwork artwork, Path refused, Rejection rejection, OptionalLong input) {
        rejections.add(artwork.id(), input, home.relative(refused), rejection.problem(), rejection.remedy());
        String error = rejection.problem() + " " + rejection.remedy();
        replaceOrFail(artwork, error, input);
        LOG.warn("{} is refused and lies in {}: {}", artwork.slug(), home.relative(refused), error);
    }

    /** @param refused where it was taken already; some of it may be published by now, and that is no film to go back to */
    private void replaceOrFail(Artwork artwork, String error, OptionalLong refused) {
        Optional<Plan> before =
                editions.current(artwork.id()).map(Edition::planId).flatMap(plans::find);
        Optional<Input> source = before.map(Plan::sourceId)
                .filter(id -> !OptionalLong.of(id).equals(refused))
                .flatMap(inputs::find);
        if (source.isPresent()) {
            plans.follow(artwork.id(), before.get().id());
            goBack(artwork, source.get(), error);
        } else {
            artworks.fail(artwork.id(), error);
        }
    }

    /** What is published stays as it is, beside the reason why the new file did not replace it. */
    private void goBack(Artwork artwork, Input before, String error) {
        formats.deliver(artwork.id(), VideoFormat.SOURCE, "delivered", before.filePath(), before.fileSize());
        before.fileHash().ifPresent(hash -> formats.complete(before.videoFormatId(), hash, before.fileSize()));
        artworks.begin(artwork.id(), before.id());
        artworks.transition(
                artwork.id(),
                before.id(),
                List.of(ArtworkState.INGESTING),
                before.chunkCount().isPresent() ? ArtworkState.READY : ArtworkState.ENCODING,
                Optional.of("The file delivered last is not used; what was published before stays. " + error));
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
