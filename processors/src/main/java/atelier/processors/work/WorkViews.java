package atelier.processors.work;

import atelier.processors.catalog.MissingEncoders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes what people see of work: all of it is in the database, so it is the same on every node. */
public final class WorkViews {
    private static final int MOST_UNATTENDED = 20;
    private static final Duration LATELY = Duration.ofMinutes(10);

    /** Before that an estimate would jump about. */
    private static final double TELLING = 0.05;

    private final WorkQueries queries;
    private final MissingEncoders missing;
    private final TransactionTemplate moment;
    private final Clock clock;

    /** @param transactions a page is read as of one moment in: else a job that is claimed meanwhile would be in it twice, or not at all */
    public WorkViews(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
        this.queries = new WorkQueries(sql);
        this.missing = new MissingEncoders(sql);
        this.moment = new TransactionTemplate(transactions);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
        this.clock = clock;
    }

    /** Which jobs are asked for. */
    public enum Filter {
        ALL,
        RUNNING,
        WAITING,
        FAILED;

        /** Of a text as the API has it; none where there is no such state. */
        public static Optional<Filter> of(String text) {
            return List.of(values()).stream()
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst();
        }

        boolean has(Filter other) {
            return this == ALL || this == other;
        }
    }

    /**
     * A page of jobs.
     *
     * @param notice why no new work begins, if so
     */
    public WorkPage page(Filter filter, int offset, int limit, Optional<String> notice) {
        return moment.execute(status -> read(filter, offset, limit, notice));
    }

    private WorkPage read(Filter filter, int offset, int limit, Optional<String> notice) {
        long running = queries.count(true);
        long waiting = queries.count(false);
        long failed = queries.countFailed();
        List<WorkItem> items = new ArrayList<>();
        long skip = offset;
        if (filter.has(Filter.RUNNING)) {
            items.addAll(items(queries.jobs(true, skip, limit), 0));
            skip = Math.max(0, skip - running);
        }
        if (filter.has(Filter.WAITING) && items.size() < limit) {
            items.addAll(items(queries.jobs(false, skip, limit - items.size()), skip));
            skip = Math.max(0, skip - waiting);
        }
        if (filter.has(Filter.FAILED) && items.size() < limit) {
            items.addAll(items(queries.failed(skip, limit - items.size()), 0));
        }
        return new WorkPage(waiting, running, failed, notice, queries.unattended(MOST_UNATTENDED), items);
    }

    private List<WorkItem> items(List<WorkRow> rows, long before) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, WorkSubject> subjects = queries.subjects(rows).stream()
                .collect(Collectors.toMap(WorkSubject::job, Function.identity(), (current, older) -> current));
        LocalDateTime since = LocalDateTime.ofInstant(clock.instant().minus(LATELY), ZoneOffset.UTC);
        double eachMillis = (double) LATELY.toMillis() / queries.madeSince(since);
        Map<String, String> lacking = missing.ofTasks();
        List<WorkItem> items = new ArrayList<>();
        for (WorkRow row : rows) {
            Optional<String> encoder = Optional.ofNullable(lacking.get(row.taskName()));
            double ahead = encoder.isPresent() ? Double.NaN : (before + items.size() + 1) * eachMillis;
            items.add(item(row, Optional.ofNullable(subjects.get(row.subject())), encoder, ahead));
        }
        return items;
    }

    private WorkItem item(WorkRow row, Optional<WorkSubject> subject, Optional<String> encoder, double millisAhead) {
        boolean running = row.state().equals("running");
        Optional<Instant> until = row.due().filter(due -> !running && due.isAfter(clock.instant()));
        return new WorkItem(
                row.job(),
                row.task(),
                row.state(),
                subject.map(WorkSubject::slug),
                subject.map(WorkSubject::title),
                subject.map(WorkSubject::rendition),
                subject.map(WorkSubject::chunk).orElse(OptionalInt.empty()),
                running ? row.progress() : 0,
                row.node(),
                row.failures() + (running ? 1 : 0),
                since(row, subject),
                end(row, until, millisAhead),
                row.state().equals("waiting") ? encoder.or(() -> Optional.of(waitsFor(row, until))) : Optional.empty(),
                until,
                row.failure());
    }

    private static Optional<Instant> since(WorkRow row, Optional<WorkSubject> subject) {
        return switch (row.state()) {
            case "running" -> row.started();
            case "failed" -> row.failure().map(WorkItem.Failed::lastAt);
            default -> row.failure().map(WorkItem.Failed::firstAt).or(() -> subject.flatMap(WorkSubject::created));
        };
    }

    /** By its own speed, once that can be told; for what waits by how many were made lately. */
    private Optional<Instant> end(WorkRow row, Optional<Instant> until, double millisAhead) {
        Instant now = clock.instant();
        if (row.state().equals("running")) {
            return row.started()
                    .filter(start -> row.progress() >= TELLING)
                    .map(start -> now.plusMillis(
                            (long) (Duration.between(start, now).toMillis() * (1 / row.progress() - 1))));
        }
        boolean told = row.state().equals("waiting")
                && row.task().equals(JobRef.ENCODE)
                && row.waitsFor().isEmpty()
                && until.isEmpty()
                && Double.isFinite(millisAhead);
        return told ? Optional.of(now.plusMillis((long) millisAhead)) : Optional.empty();
    }

    private static String waitsFor(WorkRow row, Optional<Instant> until) {
        if (row.failure().isPresent() && until.isPresent()) {
            return "its next try, backing off: " + row.failure().get().reason();
        }
        return row.waitsFor().orElseGet(() -> row.task().equals(JobRef.ENCODE) ? "a free slot" : "a free reader");
    }
}
