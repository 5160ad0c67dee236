package atelier.processors.plan;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Output;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.index.IndexedChunk;
import atelier.processors.node.Encoders;
import atelier.processors.work.JobQueue;
import atelier.processors.work.Priority;
import atelier.processors.work.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/** Records what a plan needs and leaves the jobs for what is missing. */
public final class PlanStep {
    /**
     * How much later than the lowest rendition of a chunk its others are begun for their own sake. Whoever makes that one takes them
     * along, in one decode; begun at once in another slot, the chunk is decoded twice: measured, 27 % more CPU time.
     */
    private static final Duration TOGETHER = Duration.ofMillis(300);

    private final Planner planner;
    private final Chunks chunks;
    private final Plans plans;
    private final PlannedChunks planned;
    private final Outputs outputs;
    private final Artworks artworks;
    private final JobQueue jobs;
    private final TransactionOperations transactions;
    private final PlanMeters meters;

    public PlanStep(
            Planner planner,
            Chunks chunks,
            Plans plans,
            PlannedChunks planned,
            Outputs outputs,
            Artworks artworks,
            JobQueue jobs,
            TransactionOperations transactions,
            PlanMeters meters) {
        this.planner = planner;
        this.chunks = chunks;
        this.plans = plans;
        this.planned = planned;
        this.outputs = outputs;
        this.artworks = artworks;
        this.jobs = jobs;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** Plans the outputs of chunks. @return how many of them were there already */
    int planChunks(PlanInput input, List<IndexedChunk> found, Reasons reasons) {
        List<PlannedOutput> needed = found.stream()
                .flatMap(chunk -> planner.plan(input.targets(), chunk, reasons).stream())
                .toList();
        Integer reused = transactions.execute(status -> {
            chunks.add(input.inputId(), found);
            int there = record(input, needed);
            artworks.wantPublishing(input.artworkId());
            return there;
        });
        return reused == null ? 0 : reused;
    }

    /** Plans the posters that are chosen of the first part of an input. */
    void planPosters(PlanInput input, List<IndexedChunk> first, Reasons reasons) {
        List<PlannedOutput> needed = input.targets().stream()
                .filter(target -> target.rendition().recipe().kind() == Kind.POSTER)
                .map(target -> planner.poster(target, first, reasons))
                .toList();
        transactions.executeWithoutResult(status -> {
            record(input, needed);
            artworks.wantPublishing(input.artworkId());
        });
    }

    /** Records outputs, and leaves jobs for those that are missing; how many are there. To be called in a transaction. */
    int record(PlanInput input, List<PlannedOutput> needed) {
        Map<String, PlanRendition> rows = plans.renditions(input.plan().id()).stream()
                .collect(Collectors.toMap(PlanRendition::formatType, Function.identity()));
        Map<String, Output> known = outputs.want(needed.stream()
                .collect(Collectors.toMap(
                        PlannedOutput::fingerprint,
                        each -> each.target().rendition().recipe().kind().name(),
                        (one, same) -> one)));
        List<PlannedOutput> missing = needed.stream()
                .filter(each -> !known.get(each.fingerprint()).made())
                .toList();
        List<PlannedChunk> fresh = planned.add(
                needed.stream()
                        .map(each -> chunk(input, rows.get(each.target().name()), each))
                        .toList(),
                row -> !known.get(row.fingerprint()).made());
        jobs.encode(missing.stream().map(each -> wanted(input, each)).toList());
        fresh.stream()
                .filter(row -> known.get(row.fingerprint()).made())
                .forEach(row -> meters.reused(
                        row.formatType(), known.get(row.fingerprint()).cpuMillis()));
        return needed.size() - missing.size();
    }

    private static JobQueue.Wanted wanted(PlanInput input, PlannedOutput output) {
        Recipe recipe = output.target().rendition().recipe();
        int priority = output.target().isOtherTrack()
                ? Priority.OTHER_TRACK
                : Priority.of(recipe.kind(), output.target().rung(), output.number());
        boolean awaited = Urgency.of(input.plan().urgency()) == Urgency.AWAITED;
        return new JobQueue.Wanted(
                output.fingerprint(),
                awaited ? priority : Priority.inBackground(priority),
                Encoders.of(recipe),
                output.target().rung() > 0 ? TOGETHER : Duration.ZERO);
    }

    /** Records that all chunks of a plan are known. */
    void complete(PlanInput input) {
        transactions.executeWithoutResult(status -> {
            plans.complete(input.plan().id());
            artworks.wantPublishing(input.artworkId());
        });
    }

    /** Lets what was planned begin. */
    void wake() {
        jobs.wake();
    }

    /** Whether nothing of the artwork could be played yet. */
    boolean isAwaited(PlanInput input) {
        return !artworks.hasBeenPlayable(input.artworkId());
    }

    private static PlannedChunk chunk(PlanInput input, PlanRendition row, PlannedOutput output) {
        return new PlannedChunk(
                input.plan().id(),
                row.formatId(),
                row.formatType(),
                row.recipe(),
                input.artworkId(),
                row.inputId(),
                output.sound(),
                output.number(),
                output.fingerprint(),
                output.startTicks(),
                output.expectedSegments(),
                output.durationMillis(),
                output.reason(),
                input.plan().urgency(),
                row.copied(),
                "wanted");
    }
}
