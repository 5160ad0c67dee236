package atelier.processors.batch;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.BatchFinding;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.content.ContentHash;
import atelier.processors.sources.Sources;
import atelier.processors.sources.Sources.State;
import atelier.processors.work.JobQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.transaction.support.TransactionOperations;

/** Whether an artwork's source is still the file that was read. One that changed in place is read again. */
public final class SourceCheck {
    private final Sources sources;
    private final Artworks artworks;
    private final Inputs inputs;
    private final VideoFormats formats;
    private final JobQueue jobs;
    private final TransactionOperations transactions;

    public SourceCheck(
            Sources sources,
            Artworks artworks,
            Inputs inputs,
            VideoFormats formats,
            JobQueue jobs,
            TransactionOperations transactions) {
        this.sources = sources;
        this.artworks = artworks;
        this.inputs = inputs;
        this.formats = formats;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * Looks at an artwork's source.
     *
     * @param dryRun whether it only reports
     */
    Optional<BatchFinding> check(Artwork artwork, boolean dryRun) throws InterruptedException {
        Optional<Input> input =
                artwork.inputId().isPresent() ? inputs.find(artwork.inputId().getAsLong()) : Optional.empty();
        if (input.isEmpty()) {
            return Optional.empty();
        }
        if (input.get().chunkCount().isEmpty()) {
            return unread(artwork, input.get(), dryRun);
        }
        try {
            return changed(artwork, input.get(), dryRun);
        } catch (IOException e) {
            throw new UncheckedIOException("The source of " + artwork.slug() + " cannot be looked at.", e);
        }
    }

    private Optional<BatchFinding> unread(Artwork artwork, Input input, boolean dryRun) {
        boolean failed = artwork.error().isPresent();
        if (failed || jobs.isLeftToRead(input.id())) {
            return Optional.empty();
        }
        if (!dryRun) {
            jobs.read(input.id());
        }
        return found(artwork, "stuck", "Its source was taken and never read. It is read now.");
    }

    private Optional<BatchFinding> changed(Artwork artwork, Input input, boolean dryRun)
            throws IOException, InterruptedException {
        State state = sources.state(input);
        if (state instanceof State.There there) {
            return changed(artwork, input, there.file(), dryRun);
        }
        if (state instanceof State.Replaced replaced) {
            if (!dryRun) {
                readAgain(artwork, input, replaced.bytes(), again -> sources.follow(replaced, again));
            }
            return replaced(artwork, input);
        }
        return state instanceof State.Same
                ? Optional.empty()
                : found(
                        artwork,
                        "source lost",
                        "Its source " + input.filePath()
                                + " is gone. What is published stays; nothing can be made anew. Deliver it again.");
    }

    private Optional<BatchFinding> changed(Artwork artwork, Input input, Path file, boolean dryRun)
            throws IOException, InterruptedException {
        long modified = Files.getLastModifiedTime(file).toMillis();
        boolean same = Files.size(file) == input.fileSize()
                && inputs.modified(input.id())
                        .filter(before -> before == modified)
                        .isPresent();
        if (same) {
            return Optional.empty();
        }
        if (ContentHash.sha256(file).hex().equals(input.fileHash().orElse(""))) {
            inputs.modified(input.id(), modified);
            return Optional.empty();
        }
        if (!dryRun) {
            readAgain(artwork, input, Files.size(file), again -> {});
        }
        return replaced(artwork, input);
    }

    private static Optional<BatchFinding> replaced(Artwork artwork, Input input) {
        return found(
                artwork, "source changed", "Its source " + input.filePath() + " changed in place and is read again.");
    }

    private void readAgain(Artwork artwork, Input input, long size, LongConsumer recorded) {
        transactions.executeWithoutResult(status -> {
            long format = formats.deliver(artwork.id(), VideoFormat.SOURCE, "delivered", input.filePath(), size);
            long again = inputs.create(format, input.filePath(), size);
            recorded.accept(again);
            artworks.begin(artwork.id(), again);
            jobs.read(again);
        });
        jobs.wake();
    }

    private static Optional<BatchFinding> found(Artwork artwork, String kind, String text) {
        return Optional.of(new BatchFinding(artwork.slug(), kind, text, 0, 0));
    }
}
