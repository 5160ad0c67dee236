package atelier.processors.work;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the job tables. */
final class WorkQueries {
    private static final String OF_TABLE = """
            (SELECT j.task_name, IF(j.task_name LIKE 'encode-%%', 'encode', j.task_name) AS task, j.task_instance AS job, IF(j.picked, 'running', 'waiting') AS state,
                COALESCE(j.picked_by, r.node, f.node) AS node, j.priority, j.execution_time, r.started_at, r.progress,
                r.waits_for, f.class, f.failures, f.reason, f.error, f.command, f.exit_code, f.output, f.first_at,
                f.last_at, f.next_at
            FROM %s j
            LEFT JOIN job_runs r ON r.task = IF(j.task_name LIKE 'encode-%%', 'encode', j.task_name) AND r.job = j.task_instance
            LEFT JOIN job_failures f ON f.task = IF(j.task_name LIKE 'encode-%%', 'encode', j.task_name)
                AND f.job = j.task_instance AND NOT f.given_up
            WHERE j.picked = :picked ORDER BY j.priority DESC, j.execution_time LIMIT :most)
            """;
    private static final String JOBS =
            OF_TABLE.formatted("read_jobs") + " UNION ALL " + OF_TABLE.formatted("fetch_jobs") + " UNION ALL "
                    + OF_TABLE.formatted("encode_jobs")
                    + " ORDER BY task = 'encode', priority DESC, execution_time, job LIMIT :limit OFFSET :offset";

    /** Of what has been delivered or wanted again since, the failure is history. */
    private static final String FAILED = """
            FROM job_failures f
            LEFT JOIN outputs o ON f.task = 'encode' AND o.fingerprint = f.job
            LEFT JOIN inputs i ON f.task = 'read' AND i.id = CAST(f.job AS UNSIGNED)
            WHERE f.given_up AND ((f.task = 'encode' AND o.state = 'failed' AND EXISTS (
                    SELECT 1 FROM rendition_chunks r JOIN artworks a ON a.plan_id = r.plan_id
                    WHERE r.fingerprint = f.job))
                OR (f.task = 'read' AND i.chunk_count IS NULL AND NOT EXISTS (
                    SELECT 1 FROM inputs n WHERE n.video_format_id = i.video_format_id AND n.id > i.id)
                    AND EXISTS (SELECT 1 FROM inputs k WHERE k.id = i.id))
                OR (f.task = 'fetch' AND EXISTS (SELECT 1 FROM bucket_objects b
                    WHERE b.id = CAST(f.job AS UNSIGNED) AND NOT b.waiting AND b.outcome = 'failed')))
            """;

    private final JdbcClient sql;

    WorkQueries(JdbcClient sql) {
        this.sql = sql;
    }

    long count(boolean running) {
        return sql.sql("""
                        SELECT (SELECT COUNT(*) FROM read_jobs WHERE picked = :picked)
                            + (SELECT COUNT(*) FROM fetch_jobs WHERE picked = :picked)
                            + (SELECT COUNT(*) FROM encode_jobs WHERE picked = :picked)""").param("picked", running).query(Long.class).single();
    }

    long countFailed() {
        return sql.sql("SELECT COUNT(*) " + FAILED).query(Long.class).single();
    }

    List<WorkRow> jobs(boolean running, long offset, int limit) {
        return sql.sql(JOBS)
                .param("picked", running)
                .param("most", offset + limit)
                .param("offset", offset)
                .param("limit", limit)
                .query(WorkRow::map)
                .list();
    }

    List<WorkRow> failed(long offset, int limit) {
        return sql.sql("""
                        SELECT f.*, f.task AS task_name, 'failed' AS state, 0 AS progress, NULL AS waits_for, NULL AS started_at,
                            NULL AS execution_time %s ORDER BY f.last_at DESC, f.job LIMIT :limit OFFSET :offset""".formatted(FAILED))
                .param("offset", offset)
                .param("limit", limit)
                .query(WorkRow::map)
                .list();
    }

    /** What the jobs are for; a job that nobody needs any more has none. */
    List<WorkSubject> subjects(List<WorkRow> rows) {
        List<WorkSubject> found = new ArrayList<>();
        List<String> outputs = ids(rows, JobRef.ENCODE);
        if (!outputs.isEmpty()) {
            found.addAll(
                    sql.sql("""
                            SELECT r.fingerprint AS job, a.slug, a.title, f.format_type, o.created_at,
                                IF(o.kind = 'VIDEO' OR r.stream IS NOT NULL, r.number, NULL) AS number
                            FROM rendition_chunks r
                            JOIN video_formats f ON f.id = r.video_format_id
                            JOIN artworks a ON a.id = f.artwork_id
                            JOIN outputs o ON o.fingerprint = r.fingerprint
                            WHERE r.fingerprint IN (:ids)
                            ORDER BY (a.plan_id <=> r.plan_id) DESC, r.plan_id DESC""").param("ids", outputs).query(WorkSubject::map).list());
        }
        List<String> inputs = ids(rows, JobRef.READ);
        if (!inputs.isEmpty()) {
            found.addAll(
                    sql.sql("""
                            SELECT i.id AS job, a.slug, a.title, f.format_type, i.created_at, NULL AS number
                            FROM inputs i
                            JOIN video_formats f ON f.id = i.video_format_id
                            JOIN artworks a ON a.id = f.artwork_id WHERE i.id IN (:ids)""").param("ids", inputs).query(WorkSubject::map).list());
        }
        List<String> objects = ids(rows, JobRef.FETCH);
        if (!objects.isEmpty()) {
            found.addAll(
                    sql.sql("""
                            SELECT CONCAT('fetch ', id) AS job, slug, object_key AS title, COALESCE(format_type, 'SOURCE') AS format_type,
                                created_at, NULL AS number
                            FROM bucket_objects WHERE id IN (:ids)""").param("ids", objects).query(WorkSubject::map).list());
        }
        return found;
    }

    /** Artworks that are not done, for which nothing is to be published, and for which there is no job. */
    List<String> unattended(int limit) {
        return sql.sql("""
                        SELECT a.slug FROM artworks a
                        WHERE a.state IN ('ingesting', 'encoding') AND a.wanted_version <= a.published_version
                            AND NOT EXISTS (SELECT 1 FROM read_jobs j JOIN inputs i ON j.task_instance = CAST(i.id AS CHAR)
                                JOIN video_formats f ON f.id = i.video_format_id
                                WHERE j.task_name = 'read' AND f.artwork_id = a.id)
                            AND NOT EXISTS (SELECT 1 FROM bucket_objects b WHERE b.waiting AND b.slug = a.slug)
                            AND NOT EXISTS (SELECT 1 FROM rendition_chunks r JOIN encode_jobs j
                                ON j.task_instance = r.fingerprint WHERE r.plan_id = a.plan_id)
                        ORDER BY a.updated_at LIMIT :limit""").param("limit", limit).query(String.class).list();
    }

    /** How many outputs were made since. */
    long madeSince(java.time.LocalDateTime since) {
        return sql.sql("SELECT COUNT(*) FROM outputs WHERE made_at > :since")
                .param("since", since)
                .query(Long.class)
                .single();
    }

    private static List<String> ids(List<WorkRow> rows, String task) {
        return rows.stream()
                .filter(row -> row.task().equals(task))
                .map(WorkRow::job)
                .toList();
    }
}
