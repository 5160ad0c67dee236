package atelier.processors.plan;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Overrides;
import atelier.processors.index.Index;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ingest.RefuseStep;
import atelier.processors.ingest.Rejection;
import atelier.processors.ladder.Ladder;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.probe.MediaInfo;
import atelier.processors.work.Urgency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Takes renditions that an artist delivers, where they fit the source, and gives them up again. */
public final class OverrideStep {
    private static final Logger LOG = LoggerFactory.getLogger(OverrideStep.class);

    private final Ladder ladder;
    private final FileReader files;
    private final Inputs inputs;
    private final Artworks artworks;
    private final Chunks chunks;
    private final Overrides overrides;
    private final Drafts drafts;
    private final ReplanStep replan;
    private final RefuseStep refuse;
    private final ArtworkChanges changes;
    private final TransactionOperations transactions;
    private final Json json;

    public OverrideStep(
            Ladder ladder,
            FileReader files,
            Inputs inputs,
            Artworks artworks,
            Chunks chunks,
            Overrides overrides,
            Drafts drafts,
            ReplanStep replan,
            RefuseStep refuse,
            ArtworkChanges changes,
            TransactionOperations transactions,
            Json json) {
        this.ladder = ladder;
        this.files = files;
        this.inputs = inputs;
        this.artworks = artworks;
        this.chunks = chunks;
        this.overrides = overrides;
        this.drafts = drafts;
        this.replan = replan;
        this.refuse = refuse;
        this.changes = changes;
        this.transactions = transactions;
        this.json = json;
    }

    /** Reads a delivered rendition and takes it, where it fits; before its source has been read, that is seen then. */
    void read(Input input, String rendition) throws IOException {
        Kind kind = ladder.find(rendition).map(each -> each.recipe().kind()).orElse(Kind.VIDEO);
        MediaInfo media = switch (kind) {
            case POSTER -> files.probePicture(input);
            case TEXT -> files.probeText(input);
            case VIDEO, AUDIO -> files.probe(input);
        };
        List<IndexedChunk> cut = new ArrayList<>();
        FileReader.Found found =
                media.isPicture() || media.isText() ? files.readUntimed(input) : files.read(input, media, cut::add);
        transactions.executeWithoutResult(status -> {
            chunks.add(input.id(), cut);
            inputs.media(input.id(), json.write(media));
            files.record(input, found);
            overrides.put(input.artworkId(), rendition, input.id());
        });
        LOG.info(
                "{} is read as an override: {} chunks.",
                input.filePath(),
                found.index().chunks());
        sourceRead(input.artworkId());
    }

    /** Uses the overrides that fit the artwork's source, and refuses the others. */
    void sourceRead(long artworkId) {
        Artwork artwork = artworks.find(artworkId).orElseThrow();
        Optional<Delivered> source = drafts.source(artwork);
        Optional<Index> index = source.flatMap(each -> drafts.index(each.input()));
        if (index.isEmpty()) {
            return;
        }
        List<Delivered> used = drafts.overrides(artwork);
        for (Delivered each : used.stream()
                .filter(each -> !each.media().isPicture() && !each.media().isText())
                .toList()) {
            OverrideCheck.problem(
                            source.get(),
                            index.get(),
                            each,
                            drafts.index(each.input()).orElseThrow())
                    .ifPresent(rejection -> giveUp(artworkId, each, rejection));
        }
        if (!used.isEmpty()) {
            replan.replan(artworkId, cause(drafts.overrides(artwork)), Urgency.AWAITED);
            changes.changed(artworkId);
        }
    }

    /**
     * Removes an override: the rendition and what is below it are made of what is above it again.
     *
     * @return whether there was one
     */
    public boolean remove(String slug, String rendition) {
        Optional<Artwork> artwork = artworks.find(slug);
        boolean removed =
                artwork.map(found -> overrides.remove(found.id(), rendition)).orElse(false);
        if (removed) {
            replan.replan(artwork.get().id(), "override of " + rendition + " removed", Urgency.AWAITED);
            changes.changed(artwork.get().id());
        }
        return removed;
    }

    /** The overrides that an artwork has, fitting or not. */
    List<Long> inUse(long artworkId) {
        return overrides.inputs(artworkId);
    }

    /** A source with the overrides of its artwork. */
    List<Delivered> with(Delivered source) {
        List<Delivered> all = new ArrayList<>(List.of(source));
        all.addAll(drafts.overrides(artworks.find(source.input().artworkId()).orElseThrow()));
        return all;
    }

    private void giveUp(long artworkId, Delivered override, Rejection rejection) {
        overrides.remove(artworkId, override.type());
        try {
            refuse.override(override.input(), override.type(), rejection);
        } catch (IOException e) {
            throw new UncheckedIOException("The refused " + override.input().filePath() + " could not be moved.", e);
        }
    }

    private static String cause(List<Delivered> used) {
        return used.isEmpty()
                ? "override refused"
                : "override of "
                        + String.join(", ", used.stream().map(Delivered::type).toList());
    }
}
