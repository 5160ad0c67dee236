package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.processors.work.Claims;
import atelier.processors.work.FailurePolicy;
import atelier.processors.work.JobSteps;
import atelier.processors.work.WorkEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The work engine: begun when every route is up, stopped before they go. */
@Configuration
class WorkConfiguration {
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);

    @Bean(destroyMethod = "close")
    WorkEngine workEngine(DataSource dataSource, JobSteps steps, AtelierProperties properties, Clock clock) {
        AtelierProperties.Work work = properties.work();
        String node = "atelier-" + UUID.randomUUID().toString().substring(0, 8);
        return new WorkEngine(
                new TransactionAwareDataSourceProxy(dataSource),
                steps,
                new WorkEngine.Settings(
                        node, work.effectiveSlots(), work.readers(), work.poll(), work.attempts(), HEARTBEAT),
                new FailurePolicy(work.attempts(), work.poison(), work.backoff()),
                clock);
    }

    @Bean
    WorkLifecycle workLifecycle(WorkEngine engine, Home home, AtelierProperties properties, JdbcClient sql) {
        return new WorkLifecycle(engine, home.work(), properties.database().embedded(), new Claims(sql));
    }
}
