package atelier.processors.plan;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Output;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.Plans;
import atelier.processors.index.IndexedChunk;
import atelier.processors.work.JobQueue;
import atelier.processors.work.Priority;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Records the plan and leaves the jobs for what is missing: for each chunk in one transaction. */
public final class PlanStep {
    private final Planner planner;
    private final Chunks chunks;
    private final Plans plans;
    private final Outputs outputs;
    private final Artworks artworks;
    private final JobQueue jobs;
    private final TransactionOperations transactions;
    private final PlanMeters meters;

    public PlanStep(
            Planner planner,
            Chunks chunks,
            Plans plans,
            Outputs outputs,
            Artworks artworks,
            JobQueue jobs,
            TransactionOperations transactions,
            PlanMeters meters) {
        this.planner = planner;
        this.chunks = chunks;
        this.plans = plans;
        this.outputs = outputs;
        this.artworks = artworks;
        this.jobs = jobs;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** Plans the outputs of a chunk. @return how many of them were there already */
    public int planChunk(PlanInput input, IndexedChunk chunk) {
        List<PlannedChunk> planned = planner.plan(input, chunk);
        Integer reused = transactions.execute(status -> {
            chunks.add(input.inputId(), chunk);
            int there = 0;
            for (PlannedChunk each : planned) {
                Target target = target(input, each.formatType());
                int priority = Priority.of(target.rendition().recipe().kind(), target.rung(), chunk.number());
                there += want(each, target, priority) ? 0 : 1;
            }
            artworks.wantPublishing(input.artworkId());
            return there;
        });
        return reused == null ? 0 : reused;
    }

    /** Lets what was planned begin. */
    public void wake() {
        jobs.wake();
    }

    /** Whether nothing of the artwork could be played yet. */
    public boolean isAwaited(PlanInput input) {
        return !artworks.hasBeenPlayable(input.artworkId());
    }

    /**
     * Plans the sound, which is encoded whole. Before the input has been read to its end its content is not known: the
     * output then gets a name of its own, and its name by content later, by {@link #nameAudio}.
     *
     * @param stream SHA-256 of the stream's coded data, if it is known by now
     */
    public void planAudio(PlanInput input, Optional<String> stream, long durationMillis) {
        input.targets().stream()
                .filter(target -> target.rendition().recipe().kind() == Kind.AUDIO)
                .forEach(target -> transactions.executeWithoutResult(status -> {
                    Optional<String> alias =
                            stream.map(hash -> OutputFingerprints.ofStream(hash, durationMillis, target));
                    String fingerprint = alias.flatMap(outputs::findByAlias)
                            .map(Output::fingerprint)
                            .or(() -> alias)
                            .orElseGet(() -> OutputFingerprints.ofInput(input.inputId(), target));
                    PlannedChunk planned = new PlannedChunk(
                            target.formatId(),
                            target.rendition().name(),
                            input.artworkId(),
                            input.inputId(),
                            0,
                            fingerprint,
                            0,
                            1,
                            durationMillis,
                            target.rendition().name() + ": no output for this sound yet",
                            "wanted");
                    want(planned, target, Priority.of(Kind.AUDIO, 0, 0));
                    alias.ifPresent(name -> outputs.alias(fingerprint, name));
                    artworks.wantPublishing(input.artworkId());
                }));
    }

    /** Gives the sound its name by content, so that the same sound is found again. */
    public void nameAudio(PlanInput input, String stream, long durationMillis) {
        input.targets().stream()
                .filter(target -> target.rendition().recipe().kind() == Kind.AUDIO)
                .forEach(target -> outputs.alias(
                        OutputFingerprints.ofInput(input.inputId(), target),
                        OutputFingerprints.ofStream(stream, durationMillis, target)));
    }

    private boolean want(PlannedChunk planned, Target target, int priority) {
        boolean missing = outputs.want(
                planned.fingerprint(), target.rendition().recipe().kind().name());
        plans.add(planned);
        if (missing) {
            jobs.encode(planned.fingerprint(), priority);
        } else {
            meters.reused(planned.formatType());
        }
        return missing;
    }

    private static Target target(PlanInput input, String formatType) {
        return input.targets().stream()
                .filter(target -> target.rendition().name().equals(formatType))
                .findFirst()
                .orElseThrow();
    }
}
