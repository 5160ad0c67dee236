package atelier.processors.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A job as people see it.
 *
 * @param id of the job: the fingerprint of what it makes, or the key of the input that it reads
 * @param task {@code read}, {@code encode} or {@code batch}
 * @param state {@code waiting}, {@code running} or {@code failed}
 * @param artwork slug
 * @param title of the artwork
 * @param rendition that it makes; of a delivered file the form that it is
 * @param chunk its number, or that of the piece of sound; none for what is made whole
 * @param progress 0 to 1
 * @param node that does it, or did it last
 * @param attempts how often it was tried, this time included
 * @param since when it waits, runs, or has failed
 * @param estimatedEnd when it will be done, where that can be told
 * @param waitsFor what for, if it waits
 * @param until when it is looked at again
 * @param failure how it failed last
 */
public record WorkItem(
        String id,
        String task,
        String state,
        Optional<String> artwork,
        Optional<String> title,
        Optional<String> rendition,
        OptionalInt chunk,
        double progress,
        Optional<String> node,
        int attempts,
        Optional<Instant> since,
        Optional<Instant> estimatedEnd,
        Optional<String> waitsFor,
        Optional<Instant> until,
        Optional<Failed> failure) {

    /**
     * A failure.
     *
     * @param kind {@link FailureClass}, as text
     * @param reason in a word or two
     * @param error what failed
     * @param command the program call, for a shell
     * @param exitCode of it
     * @param output the last lines that it said
     * @param firstAt when the job first failed
     * @param lastAt when it failed last
     */
    public record Failed(
            String kind,
            String reason,
            String error,
            Optional<String> command,
            OptionalInt exitCode,
            List<String> output,
            Instant firstAt,
            Instant lastAt) {}
}
