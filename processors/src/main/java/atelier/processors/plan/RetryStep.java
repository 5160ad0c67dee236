package atelier.processors.plan;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.ArtworkState;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.node.Encoders;
import atelier.processors.plan.FailedWork.FailedInput;
import atelier.processors.plan.FailedWork.FailedOutput;
import atelier.processors.work.JobFailures;
import atelier.processors.work.JobQueue;
import atelier.processors.work.JobRef;
import atelier.processors.work.Priority;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Leaves again what was given up, because somebody says that its cause is gone. What did not fail is not touched. */
public final class RetryStep {
    private static final Logger LOG = LoggerFactory.getLogger(RetryStep.class);

    private final FailedWork failed;
    private final JobFailures failures;
    private final Artworks artworks;
    private final VideoFormats formats;
    private final Inputs inputs;
    private final Outputs outputs;
    private final ReplanStep replan;
    private final JobQueue jobs;
    private final TransactionOperations transactions;

    public RetryStep(
            FailedWork failed,
            JobFailures failures,
            Artworks artworks,
            VideoFormats formats,
            Inputs inputs,
            Outputs outputs,
            ReplanStep replan,
            JobQueue jobs,
            TransactionOperations transactions) {
        this.failed = failed;
        this.failures = failures;
        this.artworks = artworks;
        this.formats = formats;
        this.inputs = inputs;
        this.outputs = outputs;
        this.replan = replan;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * What is tried again.
     *
     * @param jobs how many there are; 0: nothing had failed
     * @param artworks keys of the artworks whose they are
     */
    public record Retried(int jobs, List<Long> artworks) {}

    /** Leaves again all that failed in the scope, each artwork in a transaction of its own. */
    public Retried retry(FailedWork.Scope scope) {
        Map<Long, List<FailedOutput>> ofOutputs =
                failed.outputs(scope).stream().collect(Collectors.groupingBy(FailedOutput::artworkId));
        Map<Long, List<FailedInput>> ofInputs =
                failed.inputs(scope).stream().collect(Collectors.groupingBy(FailedInput::artworkId));
        List<Long> keys = Stream.concat(ofOutputs.keySet().stream(), ofInputs.keySet().stream())
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), List::copyOf));
        keys.forEach(key -> transactions.executeWithoutResult(status -> artworks.lock(key)
                .ifPresent(artwork -> again(
                        artwork, ofOutputs.getOrDefault(key, List.of()), ofInputs.getOrDefault(key, List.of())))));
        int objects = failed.objectsAgain(scope);
        jobs.wake();
        long distinct = ofOutputs.values().stream()
                .flatMap(List::stream)
                .map(FailedOutput::fingerprint)
                .distinct()
                .count();
        return new Retried(
                (int) distinct
                        + objects
                        + ofInputs.values().stream().mapToInt(List::size).sum(),
                keys);
    }

    private void again(Artwork artwork, List<FailedOutput> ofOutputs, List<FailedInput> ofInputs) {
        LOG.info(
                "{}: {} outputs and {} inputs that failed are tried again.",
                artwork.slug(),
                ofOutputs.size(),
                ofInputs.size());
        if (!ofOutputs.isEmpty()) {
            make(artwork, ofOutputs);
        }
        ofInputs.forEach(each -> read(artwork, each));
        artworks.wantPublishing(artwork.id());
    }

    /** A sealed edition stays as it is; so what follows it has a plan of its own. */
    private void make(Artwork artwork, List<FailedOutput> wanted) {
        Map<String, Integer> priorities = wanted.stream()
                .collect(Collectors.toMap(FailedOutput::fingerprint, this::priority, (one, same) -> one));
        Map<String, String> encoders = wanted.stream()
                .collect(Collectors.toMap(
                        FailedOutput::fingerprint, each -> Encoders.of(each.codec()), (one, same) -> one));
        wanted.forEach(each -> {
            outputs.want(each.fingerprint(), each.kind());
            failures.forget(JobRef.ENCODE, each.fingerprint());
            formats.state(each.formatId(), "waiting", Optional.empty());
        });
        if (artwork.state() == ArtworkState.READY) {
            replan.again(artwork, "retry");
        }
        priorities.forEach((fingerprint, priority) -> {
            if (!jobs.isLeftToEncode(fingerprint)) {
                jobs.encode(fingerprint, priority, encoders.get(fingerprint));
            }
        });
        artwork.inputId()
                .ifPresent(input -> artworks.transition(
                        artwork.id(),
                        input,
                        List.of(ArtworkState.FAILED, ArtworkState.READY),
                        ArtworkState.ENCODING,
                        Optional.empty()));
    }

    private int priority(FailedOutput output) {
        return failures.givenUp(JobRef.ENCODE, output.fingerprint())
                .orElseGet(() -> Priority.of(Kind.valueOf(output.kind()), 1, output.number()));
    }

    private void read(Artwork artwork, FailedInput failedInput) {
        Input input = inputs.find(failedInput.inputId()).orElseThrow();
        failures.forget(JobRef.READ, Long.toString(input.id()));
        if (failedInput.formatType().equals(VideoFormat.SOURCE)) {
            formats.deliver(artwork.id(), VideoFormat.SOURCE, "delivered", input.filePath(), input.fileSize());
            artworks.begin(artwork.id(), input.id());
        }
        jobs.read(input.id());
    }
}
