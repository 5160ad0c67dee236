package atelier.routes.steps;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Counts jobs for the metrics, by the database's own figures: the same on every node. */
@Component
class JobRoutes extends RouteBuilder {
    private static final String COUNTS = """
            SELECT COALESCE(SUM(picked = 0), 0) AS waiting, COALESCE(SUM(picked = 1), 0) AS running,
                (SELECT COUNT(*) FROM outputs WHERE state = 'failed') AS failed,
                (SELECT COUNT(*) FROM job_failures WHERE NOT given_up) AS backing_off,
                (SELECT COALESCE(MAX(TIMESTAMPDIFF(SECOND, i.created_at, UTC_TIMESTAMP(3))), 0)
                    FROM artworks a JOIN inputs i ON i.id = a.input_id
                    WHERE a.first_playable_at IS NULL AND a.state IN ('ingesting', 'encoding')) AS not_playable_for
            FROM (SELECT picked FROM encode_jobs UNION ALL SELECT picked FROM read_jobs) jobs""";

    private final JobGauges gauges;

    JobRoutes(JobGauges gauges) {
        this.gauges = gauges;
    }

    @Override
    public void configure() {
        from("timer:job-counts?period=5000")
                .routeId("job-counts")
                .setBody(constant(COUNTS))
                .to("jdbc:dataSource?outputType=SelectOne")
                .bean(gauges);
    }
}
