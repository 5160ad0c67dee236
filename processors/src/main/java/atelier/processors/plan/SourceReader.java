package atelier.processors.plan;

import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Spheres;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.index.Index;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.probe.MediaInfo;
import atelier.processors.spherical.Sphere;
import atelier.processors.work.Urgency;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads a source and plans each chunk as it is found: so the first chunk is being encoded while a large file is still
 * being read. Cut off at any point, it is simply done again.
 */
public final class SourceReader {
    private static final Logger LOG = LoggerFactory.getLogger(SourceReader.class);

    private final FileReader files;
    private final Inputs inputs;
    private final Artworks artworks;
    private final Spheres spheres;
    private final VideoFormats formats;
    private final Plans plans;
    private final Targets targets;
    private final PlanRecords records;
    private final PlanStep planStep;
    private final SoundStep soundStep;
    private final OutlineStep outlines;
    private final OverrideStep overrides;
    private final QualityStep quality;
    private final ReplanStep replan;
    private final FirstPictures pictures;
    private final ArtworkChanges changes;
    private final TransactionOperations transactions;
    private final Json json;
    private final Clock clock;

    public SourceReader(
            FileReader files,
            Inputs inputs,
            Artworks artworks,
            Spheres spheres,
            VideoFormats formats,
            Plans plans,
            Targets targets,
            PlanRecords records,
            PlanStep planStep,
            SoundStep soundStep,
            OutlineStep outlines,
            OverrideStep overrides,
            QualityStep quality,
            ReplanStep replan,
            FirstPictures pictures,
            ArtworkChanges changes,
            TransactionOperations transactions,
            Json json,
            Clock clock) {
        this.files = files;
        this.inputs = inputs;
        this.artworks = artworks;
        this.spheres = spheres;
        this.formats = formats;
        this.plans = plans;
        this.targets = targets;
        this.records = records;
        this.planStep = planStep;
        this.soundStep = soundStep;
        this.outlines = outlines;
        this.overrides = overrides;
        this.quality = quality;
        this.replan = replan;
        this.pictures = pictures;
        this.changes = changes;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    void read(Input input) throws IOException {
        MediaInfo media = files.probe(input);
        Planning planning = begin(input, media);
        UnreadText.note(input, media);
        Delivered source = new Delivered(VideoFormat.SOURCE, input, media);
        PlanInput plan = planning.of(source);
        PlanInput atOnce = new PlanInput(
                plan.plan(),
                source,
                plan.targets().stream()
                        .filter(target ->
                                media.duration().isPresent() && !CopyRule.mayFit(target) && !quality.awaits(target))
                        .toList());
        FileReader.Found found = read(input, media, atOnce, planning.reasons());
        describe(input, media, OptionalLong.of(found.index().durationMillis()));
        quality.choose(input, plan.targets());
        finish(input, found);
        overrides.sourceRead(input.artworkId());
        if (quality.explain(input, plan.targets())) {
            changes.changed(input.artworkId());
        }
    }

    private FileReader.Found read(Input input, MediaInfo media, PlanInput plan, Reasons reasons) throws IOException {
        try (Foresight foresight = new Foresight(outlines, plan, reasons, clock)) {
            Reading reading = new Reading(
                    plan, planStep, soundStep, reasons, clock, foresight, outcome -> follow(input, outcome));
            FileReader.Found found = files.read(input, media, reading);
            reading.end(found.index());
            return found;
        }
    }

    private void follow(Input input, Reading.Outcome outcome) {
        if (outcome != Reading.Outcome.KEPT) {
            changes.changed(input.artworkId());
        }
        if (outcome == Reading.Outcome.AWAITED) {
            pictures.await(input.artworkId());
        }
    }

    /** What may be cut as it is, what may be too long, and what is below an override in use, is planned at the end: then that is known. */
    private Planning begin(Input input, MediaInfo media) {
        Delivered source = new Delivered(VideoFormat.SOURCE, input, media);
        Planning planning = transactions.execute(status -> {
            inputs.media(input.id(), json.write(media));
            describe(input, media, millis(media));
            spheres.found(input.artworkId(), input.id(), media.video().told(), media.soundTroubles());
            artworks.transition(
                    input.artworkId(),
                    input.id(),
                    List.of(ArtworkState.INGESTING, ArtworkState.FAILED),
                    ArtworkState.ENCODING,
                    Optional.empty());
            Sphere sphere = source.sphere(artworks.find(input.artworkId()).orElseThrow());
            List<Delivered> shown =
                    overrides.with(source).stream().map(each -> each.as(sphere)).toList();
            Resolved resolved = targets.resolve(shown).ofSource();
            boolean first = plans.current(input.artworkId()).isEmpty();
            Planning begun = records.begin(
                    input.artworkId(),
                    source,
                    sphere,
                    resolved.targets(),
                    first ? "delivered" : "source replaced",
                    Urgency.AWAITED);
            records.note(begun.plan(), resolved.notes());
            return begun;
        });
        changes.changed(input.artworkId());
        return planning;
    }

    private void describe(Input input, MediaInfo media, OptionalLong durationMillis) {
        artworks.describe(
                input.artworkId(),
                input.id(),
                media.video().geometry().displayWidth(),
                media.video().geometry().displayHeight(),
                durationMillis);
    }

    private static OptionalLong millis(MediaInfo media) {
        return OptionalLong.of(media.durationMicros().orElse(0) / 1000);
    }

    private void finish(Input input, FileReader.Found found) {
        Index index = found.index();
        transactions.executeWithoutResult(status -> {
            files.record(input, found);
            formats.complete(
                    input.videoFormatId(), found.hash().hex(), found.hash().bytes());
            artworks.wantPublishing(input.artworkId());
            if (overrides.inUse(input.artworkId()).isEmpty()) {
                replan.complete(input.artworkId());
            }
        });
        changes.changed(input.artworkId());
        LOG.info(
                "{} is read: {} chunks, SHA-256 {}.",
                input.filePath(),
                index.chunks(),
                found.hash().hex());
    }
}
