package atelier.processors.encode;

import atelier.config.Home;
import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.Plans;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Rendition;
import atelier.processors.probe.MediaInfo;
import atelier.processors.work.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds all that is needed to make an output. */
public final class EncodeJobs {
    private final Home home;
    private final Ladder ladder;
    private final Plans plans;
    private final Inputs inputs;
    private final Artworks artworks;
    private final Chunks chunks;
    private final Json json;
    private final int cores;
    private final Duration lead;

    public EncodeJobs(
            Home home,
            Ladder ladder,
            Plans plans,
            Inputs inputs,
            Artworks artworks,
            Chunks chunks,
            Json json,
            int cores,
            Duration lead) {
        this.home = home;
        this.ladder = ladder;
        this.plans = plans;
        this.inputs = inputs;
        this.artworks = artworks;
        this.chunks = chunks;
        this.json = json;
        this.cores = cores;
        this.lead = lead;
    }

    /** The job that makes an output; none where no plan has it any more. */
    Optional<EncodeJob> find(String fingerprint) {
        return plans.needing(fingerprint)
                .flatMap(planned -> ladder.find(planned.formatType())
                        .flatMap(rendition -> inputs.find(planned.inputId())
                                .filter(input -> input.media().isPresent())
                                .map(input -> job(planned, rendition, input))));
    }

    /**
     * What is best made along with a job: the missing video outputs of the same chunk, so that it is decoded once. Alone is
     * made what comes early, since there the lowest rendition is awaited.
     */
    List<EncodeJob> along(EncodeJob job) {
        return job.chunk().filter(this::isAfterLead).stream()
                .flatMap(chunk -> plans.ofChunk(job.inputId(), chunk.number()).stream())
                .filter(planned -> planned.state().equals("wanted"))
                .filter(planned -> !planned.fingerprint().equals(job.fingerprint()))
                .flatMap(planned -> ladder
                        .find(planned.formatType())
                        .filter(Rendition::isVideo)
                        .flatMap(rendition ->
                                inputs.find(planned.inputId()).map(input -> job(planned, rendition, input)))
                        .stream())
                .toList();
    }

    private boolean isAfterLead(IndexedChunk chunk) {
        return chunk.number() > 0
                && chunk.span().startTicks()
                        >= lead.toMillis() / 1000.0 * chunk.span().timescale();
    }

    private EncodeJob job(PlannedChunk planned, Rendition rendition, Input input) {
        Artwork artwork = artworks.find(planned.artworkId()).orElseThrow();
        MediaInfo media = json.read(input.media().orElseThrow(), MediaInfo.class);
        IndexedChunk first = chunks.find(input.id(), planned.number()).orElseThrow();
        boolean whole = rendition.recipe().kind() == Kind.AUDIO;
        double start =
                first.span().startPts() * media.video().timing().timeBase().value();
        FrameSize source = new FrameSize(artwork.width(), artwork.height());
        return new EncodeJob(
                planned.fingerprint(),
                planned.inputId(),
                rendition.name(),
                artwork.slug(),
                rendition.recipe(),
                whole ? source : source.fit(rendition.recipe()),
                home.resolve(input.filePath()),
                media,
                whole ? Optional.empty() : Optional.of(first),
                Math.round(start * 1e6),
                artwork.durationMillis(),
                planned.startTicks(),
                isFirst(rendition, planned, source) ? cores : 1);
    }

    private boolean isFirst(Rendition rendition, PlannedChunk planned, FrameSize source) {
        return rendition.isVideo()
                && ladder.madeOf(source, false).indexOf(rendition) == 0
                && Priority.isFirst(0, planned.number());
    }
}
