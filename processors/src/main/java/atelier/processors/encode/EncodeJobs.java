package atelier.processors.encode;

import atelier.config.Home;
import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Asked;
import atelier.processors.catalog.Audience;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Sounds;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Ladder;
import atelier.processors.node.Encoders;
import atelier.processors.probe.MediaInfo;
import atelier.processors.sources.Sources;
import atelier.processors.work.Claim;
import atelier.processors.work.Priority;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds all that is needed to make an output. */
public final class EncodeJobs {
    private static final int SOON_THREADS = 2;

    private final Home home;
    private final Sources sources;
    private final Ladder ladder;
    private final Plans plans;
    private final PlannedChunks planned;
    private final Inputs inputs;
    private final Artworks artworks;
    private final Chunks chunks;
    private final Sounds sounds;
    private final Json json;
    private final int cores;
    private final Audience audience;
    private final Asked asked;
    private final Predicate<String> stalled;

    /** @param stalled whether the output of a fingerprint made no progress when it was last tried */
    public EncodeJobs(
            Home home,
            Sources sources,
            Ladder ladder,
            Plans plans,
            PlannedChunks planned,
            Inputs inputs,
            Artworks artworks,
            Chunks chunks,
            Sounds sounds,
            Json json,
            int cores,
            Audience audience,
            Asked asked,
            Predicate<String> stalled) {
        this.home = home;
        this.sources = sources;
        this.ladder = ladder;
        this.plans = plans;
        this.planned = planned;
        this.inputs = inputs;
        this.artworks = artworks;
        this.chunks = chunks;
        this.sounds = sounds;
        this.json = json;
        this.cores = cores;
        this.audience = audience;
        this.asked = asked;
        this.stalled = stalled;
    }

    /** The job that makes an output; none where no plan has it any more, or its input was refused meanwhile. */
    Optional<EncodeJob> find(Claim claim) {
        return planned.needing(claim.id()).flatMap(each -> job(each, claim)).filter(job -> !isRefused(job));
    }

    /** Some reasons are found when chunks are planned already. A file that is lost otherwise is a failure. */
    private boolean isRefused(EncodeJob job) {
        return !inputs.find(job.inputId()).filter(sources::isThere).isPresent()
                && artworks.find(job.slug())
                        .filter(artwork -> artwork.state() != ArtworkState.FAILED
                                && artwork.planId().equals(OptionalLong.of(job.planId())))
                        .isEmpty();
    }

    /** What an output is, for people. */
    String text(String fingerprint) {
        return planned.needing(fingerprint)
                .flatMap(each -> job(each, new Claim("", "", fingerprint, "", 0)))
                .map(EncodeJob::text)
                .orElse(fingerprint);
    }

    /**
     * What is best made along with a job: the missing video outputs of the same chunk and encoder, so that it is decoded once.
     * (Another codec takes many times as long, and what is to be played first would wait for it; this node may not have it.) Alone is
     * made what is awaited: the first chunk of the lowest rendition, what somebody asked for, and what somebody who watches needs soon; and
     * what is larger than 4K, of which an encoder holds a gigabyte of pictures.
     *
     * @param claiming claims an output's job, where that can be had
     */
    List<EncodeJob> along(EncodeJob job, Function<String, Optional<Claim>> claiming) {
        return job.chunk().filter(chunk -> !job.careful() && job.copied().isEmpty() && !isAwaited(job, chunk)).stream()
                .flatMap(chunk -> planned.ofChunk(job.planId(), job.inputId(), chunk.number()).stream())
                .filter(each ->
                        each.state().equals("wanted") && !each.fingerprint().equals(job.fingerprint()))
                .filter(each ->
                        recipe(each).kind() == Kind.VIDEO && each.copied().isEmpty())
                .filter(each -> Encoders.of(recipe(each)).equals(job.encoder()))
                .filter(each -> !job.size().isLarge()
                        && !FrameSize.of(recipe(each), job.media().video().frame())
                                .isLarge())
                .flatMap(each -> claiming.apply(each.fingerprint()).flatMap(claim -> job(each, claim)).stream())
                .toList();
    }

    /** The first segment of an output that somebody waits for at this moment. */
    OptionalInt awaited(EncodeJob job) {
        return asked.awaited(job.fingerprint(), Priority.ASKED);
    }

    private boolean isAwaited(EncodeJob job, IndexedChunk chunk) {
        double needed = audience.needs(job.slug()).toMillis() / 1000.0;
        return chunk.number() == 0 && isLowest(job.name(), job.media())
                || asked.isAsked(job.fingerprint(), Integer.MIN_VALUE)
                || chunk.span().startTicks() < needed * chunk.span().timescale();
    }

    /** By the recipe of the plan: the present one may be another. */
    private Optional<EncodeJob> job(PlannedChunk planned, Claim claim) {
        Optional<Input> input = inputs.find(planned.inputId());
        return input.flatMap(Input::media)
                .map(media -> json.read(media, MediaInfo.class))
                .map(media -> plans.find(planned.planId())
                        .map(plan -> media.as(plan.sphere()))
                        .orElse(media))
                .map(media -> job(planned, claim, recipe(planned), input.get(), media));
    }

    private Recipe recipe(PlannedChunk planned) {
        return json.read(planned.recipe(), Recipe.class);
    }

    private EncodeJob job(PlannedChunk planned, Claim claim, Recipe recipe, Input input, MediaInfo media) {
        Artwork artwork = artworks.find(planned.artworkId()).orElseThrow();
        boolean careful = stalled.test(planned.fingerprint());
        boolean whole = recipe.kind() == Kind.AUDIO || recipe.kind() == Kind.TEXT;
        Optional<IndexedChunk> first = chunks.find(input.id(), whole ? 0 : planned.number());
        double start = first.map(chunk -> chunk.span().startPts()).orElse(0L)
                * media.video().timing().timeBase().value();
        return new EncodeJob(
                planned.fingerprint(),
                claim,
                planned.planId(),
                planned.inputId(),
                planned.formatType(),
                artwork.slug(),
                recipe,
                FrameSize.of(recipe, media.video().frame()),
                home.resolve(input.filePath()),
                media,
                whole ? Optional.empty() : first,
                sounds.of(planned),
                Math.round(start * 1e6),
                planned.durationMillis() > 0 && whole
                        ? OptionalLong.of(planned.durationMillis())
                        : artwork.durationMillis(),
                planned.startTicks(),
                planned.urgency().equals("nightly"),
                planned.copied(),
                careful ? 1 : threads(planned, media),
                careful);
    }

    /** What somebody sits before may use every core, and what they will come to soon more than one: it is not behind all else. */
    private int threads(PlannedChunk planned, MediaInfo media) {
        if (isFirst(planned, media) || asked.isAsked(planned.fingerprint(), Priority.ASKED)) {
            return cores;
        }
        return asked.isAsked(planned.fingerprint(), Integer.MIN_VALUE) ? Math.min(SOON_THREADS, cores) : 1;
    }

    private boolean isFirst(PlannedChunk planned, MediaInfo media) {
        return Priority.isFirst(0, planned.number())
                && isLowest(planned.formatType(), media)
                && !artworks.hasBeenPlayable(planned.artworkId());
    }

    private boolean isLowest(String name, MediaInfo media) {
        boolean sphere = media.video().frame().sphere().isRound();
        return ladder.lowest(sphere).filter(each -> each.name().equals(name)).isPresent();
    }
}
