package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Edition;
import atelier.processors.catalog.EditionSegment;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.hls.PlaylistType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings an artwork's editions to what is made of it. The artwork's row is locked meanwhile, so that one place at a time
 * publishes; called twice, or by two nodes, it does the same once.
 */
public final class PublishStep {
    private static final Logger LOG = LoggerFactory.getLogger(PublishStep.class);
    private static final int BATCH = 100;

    private final Artworks artworks;
    private final Inputs inputs;
    private final Editions editions;
    private final ProgressReader progress;
    private final Placement placement;
    private final FormatStates states;
    private final EditionWriter writer;
    private final PlayableListener listener;
    private final TransactionOperations transactions;
    private final Clock clock;

    PublishStep(
            Artworks artworks,
            Inputs inputs,
            Editions editions,
            ProgressReader progress,
            Placement placement,
            FormatStates states,
            EditionWriter writer,
            PlayableListener listener,
            TransactionOperations transactions,
            Clock clock) {
        this.artworks = artworks;
        this.inputs = inputs;
        this.editions = editions;
        this.progress = progress;
        this.placement = placement;
        this.states = states;
        this.writer = writer;
        this.listener = listener;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Artworks whose editions may have to change, some at a time. */
    public List<Long> waiting() {
        return artworks.waitingForPublishing(BATCH);
    }

    /** Publishes what is made of an artwork. */
    public void publish(long artworkId) {
        Optional<Input> input = artworks.find(artworkId)
                .flatMap(artwork -> artwork.inputId().isPresent()
                        ? inputs.find(artwork.inputId().getAsLong())
                        : Optional.empty());
        input.ifPresent(found -> {
            placement.complete(found.id());
            states.complete(found, progress.of(found));
        });
        transactions.executeWithoutResult(status -> artworks.lock(artworkId).ifPresent(this::publishLocked));
    }

    private void publishLocked(Artwork artwork) {
        Optional<Input> input =
                artwork.inputId().isPresent() ? inputs.find(artwork.inputId().getAsLong()) : Optional.empty();
        input.ifPresent(found -> act(artwork, found));
        artworks.published(artwork.id());
    }

    private void act(Artwork artwork, Input input) {
        List<RenditionProgress> all = progress.of(input);
        states.update(all);
        List<RenditionProgress> timed =
                all.stream().filter(each -> each.kind() != Kind.POSTER).toList();
        Optional<Edition> current = editions.current(artwork.id()).filter(edition -> edition.inputId() == input.id());
        boolean allPlanned = input.chunkCount().isPresent();
        EditionDecision decision = EditionDecision.of(current, timed, allPlanned, watchedSeconds(artwork, input));
        if (decision instanceof EditionDecision.Grow grow) {
            grow(artwork, grow.edition(), timed, false);
        } else if (decision instanceof EditionDecision.Begin begin) {
            begin(artwork, input, named(timed, begin.renditions()));
        } else if (decision instanceof EditionDecision.Seal seal) {
            seal(artwork, input, current, timed, named(timed, seal.renditions()));
        } else {
            failWithoutVideo(artwork, input, timed);
        }
    }

    private double watchedSeconds(Artwork artwork, Input input) {
        return editions.firstOf(artwork.id(), input.id())
                .map(first -> (clock.millis() - first.createdMillis()) / 1000.0)
                .orElse(0.0);
    }

    private void begin(Artwork artwork, Input input, List<RenditionProgress> renditions) {
        editions.current(artwork.id())
                .filter(edition -> edition.inputId() == input.id())
                .ifPresent(edition -> editions.state(edition.id(), "followed"));
        Edition edition = editions.begin(artwork.id(), input.id(), "growing", names(renditions));
        grow(artwork, edition, renditions, false);
        writer.multivariant(artwork.slug(), edition.number(), renditions, false);
        writer.point(artwork.slug(), edition.number(), renditions, false);
        if (artworks.firstPlayable(artwork.id())) {
            listener.playable(artwork, clock.millis() - input.createdMillis());
        }
        LOG.info("{}: edition {} grows, with {}.", artwork.slug(), edition.number(), names(renditions));
    }

    /** Lists what is new in every edition of the input that players may still have open. */
    private void grow(Artwork artwork, Edition edition, List<RenditionProgress> renditions, boolean ended) {
        for (Edition open : editions.growingOf(artwork.id(), edition.inputId())) {
            named(renditions, open.renditions()).stream()
                    .filter(each -> !each.ready().isEmpty())
                    .forEach(each -> {
                        list(open, each);
                        writer.media(artwork.slug(), open.number(), each, PlaylistType.EVENT, ended);
                    });
            if (ended) {
                editions.state(open.id(), "ended");
            }
        }
    }

    private void seal(
            Artwork artwork,
            Input input,
            Optional<Edition> current,
            List<RenditionProgress> all,
            List<RenditionProgress> renditions) {
        current.ifPresent(edition -> grow(artwork, edition, all, true));
        Edition sealed = editions.begin(artwork.id(), input.id(), "sealed", names(renditions));
        for (RenditionProgress each : renditions) {
            list(sealed, each);
            writer.media(artwork.slug(), sealed.number(), each, PlaylistType.VOD, true);
        }
        writer.multivariant(artwork.slug(), sealed.number(), renditions, true);
        writer.point(artwork.slug(), sealed.number(), renditions, true);
        if (artworks.firstPlayable(artwork.id())) {
            listener.playable(artwork, clock.millis() - input.createdMillis());
        }
        artworks.transition(
                artwork.id(),
                input.id(),
                List.of(ArtworkState.INGESTING, ArtworkState.ENCODING, ArtworkState.FAILED),
                ArtworkState.READY,
                all.stream().flatMap(each -> each.error().stream()).findFirst());
        LOG.info("{}: edition {} is sealed, with {}.", artwork.slug(), sealed.number(), names(renditions));
    }

    private void failWithoutVideo(Artwork artwork, Input input, List<RenditionProgress> timed) {
        List<RenditionProgress> videos =
                timed.stream().filter(each -> each.kind() == Kind.VIDEO).toList();
        if (!videos.isEmpty() && videos.stream().allMatch(RenditionProgress::failed)) {
            artworks.transition(
                    artwork.id(),
                    input.id(),
                    List.of(ArtworkState.INGESTING, ArtworkState.ENCODING),
                    ArtworkState.FAILED,
                    videos.get(0).error());
        }
    }

    private void list(Edition edition, RenditionProgress rendition) {
        int listed = editions.listed(edition.id(), rendition.name());
        for (int position = listed; position < rendition.ready().size(); position++) {
            ReadySegment ready = rendition.ready().get(position);
            editions.list(
                    edition.id(),
                    new EditionSegment(
                            rendition.name(), position, ready.fingerprint(), ready.startTicks(), ready.number()));
        }
    }

    private static List<RenditionProgress> named(List<RenditionProgress> renditions, List<String> names) {
        return renditions.stream().filter(each -> names.contains(each.name())).toList();
    }

    private static List<String> names(List<RenditionProgress> renditions) {
        return renditions.stream().map(RenditionProgress::name).toList();
    }
}
