package atelier.processors.plan;

import atelier.config.Home;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.index.Index;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.Indexer;
import atelier.processors.index.NoPictureException;
import atelier.processors.index.VideoTrack;
import atelier.processors.ingest.ContentHash;
import atelier.processors.ingest.RefuseStep;
import atelier.processors.ingest.Rejection;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Prober;
import atelier.processors.probe.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads an input: probes it, then hashes it and cuts it into chunks at the same time, planning each chunk as it is found. So
 * the first chunk is being encoded while a large file is still being read. Cut off at any point, it is simply done again.
 */
public final class ReadStep {
    private static final Logger LOG = LoggerFactory.getLogger(ReadStep.class);

    private final Home home;
    private final Inputs inputs;
    private final Artworks artworks;
    private final VideoFormats formats;
    private final Prober prober;
    private final Indexer indexer;
    private final Targets targets;
    private final PlanStep planStep;
    private final RefuseStep refuse;
    private final ArtworkChanges changes;
    private final TransactionOperations transactions;
    private final ExecutorService hashing;
    private final Json json;

    public ReadStep(
            Home home,
            Inputs inputs,
            Artworks artworks,
            VideoFormats formats,
            Prober prober,
            Indexer indexer,
            Targets targets,
            PlanStep planStep,
            RefuseStep refuse,
            ArtworkChanges changes,
            TransactionOperations transactions,
            ExecutorService hashing,
            Json json) {
        this.home = home;
        this.inputs = inputs;
        this.artworks = artworks;
        this.formats = formats;
        this.prober = prober;
        this.indexer = indexer;
        this.targets = targets;
        this.planStep = planStep;
        this.refuse = refuse;
        this.changes = changes;
        this.transactions = transactions;
        this.hashing = hashing;
        this.json = json;
    }

    /**
     * Reads an input, unless it has been read.
     *
     * @return the artwork that it belongs to, if there is such an input
     */
    public Optional<Long> read(long inputId) {
        Optional<Input> input = inputs.find(inputId);
        input.filter(each -> each.chunkCount().isEmpty()).ifPresent(this::readOrRefuse);
        return input.map(Input::artworkId);
    }

    /** Says that an input could not be read, after all tries. */
    public void giveUp(long inputId, Throwable cause) {
        inputs.find(inputId).ifPresent(input -> {
            refuse.unreadable(
                    input,
                    "The source could not be read: " + cause.getMessage()
                            + " It is kept. Deliver it again once the cause is mended.");
            changes.changed(input.artworkId());
        });
    }

    private void readOrRefuse(Input input) {
        try {
            read(input);
        } catch (RefusedException e) {
            refuse(input, e.rejection());
        } catch (NoPictureException e) {
            refuse(input, new Rejection(e.getMessage(), "Export it again and check that it plays."));
        } catch (IOException e) {
            throw new UncheckedIOException("Input " + input.filePath() + " could not be read.", e);
        }
    }

    private void refuse(Input input, Rejection rejection) {
        try {
            refuse.input(input, rejection);
            changes.changed(input.artworkId());
        } catch (IOException e) {
            throw new UncheckedIOException("The refused " + input.filePath() + " could not be moved.", e);
        }
    }

    private void read(Input input) throws IOException {
        Path file = home.resolve(input.filePath());
        MediaInfo media = prober.probe(file);
        PlanInput plan = begin(input, media);
        try (FollowingHash hash = new FollowingHash(hashing, file)) {
            Reading reading = new Reading(plan, planStep, media);
            Consumer<IndexedChunk> chunks = chunk -> {
                reading.chunk(chunk);
                changes.changed(input.artworkId());
            };
            Index index = indexer.index(file, track(media), home.work(), chunks, hash::reached);
            long duration = Math.round(1000.0 * index.durationTicks() / index.timescale());
            artworks.describe(
                    input.artworkId(),
                    input.id(),
                    media.video().geometry().displayWidth(),
                    media.video().geometry().displayHeight(),
                    OptionalLong.of(duration));
            reading.end(index, duration);
            finish(input, index, hash.join());
        }
    }

    private PlanInput begin(Input input, MediaInfo media) {
        PlanInput plan = transactions.execute(status -> {
            inputs.media(input.id(), json.write(media));
            artworks.describe(
                    input.artworkId(),
                    input.id(),
                    media.video().geometry().displayWidth(),
                    media.video().geometry().displayHeight(),
                    OptionalLong.of(media.durationMicros().orElse(0) / 1000));
            artworks.transition(
                    input.artworkId(),
                    input.id(),
                    List.of(ArtworkState.INGESTING, ArtworkState.FAILED),
                    ArtworkState.ENCODING,
                    Optional.empty());
            return targets.record(input, media);
        });
        changes.changed(input.artworkId());
        return plan;
    }

    private static VideoTrack track(MediaInfo media) {
        return new VideoTrack(
                media.video().index(),
                media.video().codec(),
                media.video().configuration().orElse(""),
                media.video().timing().timeBase(),
                media.video().timing().declaredRates());
    }

    private void finish(Input input, Index index, ContentHash hash) {
        transactions.executeWithoutResult(status -> {
            inputs.hash(input.id(), hash.hex());
            formats.complete(input.videoFormatId(), hash.hex(), hash.bytes());
            inputs.indexed(input.id(), index.chunks(), json.write(index));
            artworks.wantPublishing(input.artworkId());
        });
        changes.changed(input.artworkId());
        LOG.info("{} is read: {} chunks, SHA-256 {}.", input.filePath(), index.chunks(), hash.hex());
    }
}
