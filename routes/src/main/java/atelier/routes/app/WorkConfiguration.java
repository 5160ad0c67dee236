package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.config.Role;
import atelier.processors.encode.ScratchFolders;
import atelier.processors.node.OwnNode;
import atelier.processors.work.Claims;
import atelier.processors.work.FailurePolicy;
import atelier.processors.work.JobSteps;
import atelier.processors.work.WorkEngine;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The work engine: begun when every route is up, stopped before they go. */
@Configuration
class WorkConfiguration {

    /** How much of this node its engines take. */
    @Bean
    WorkEngine.Settings workSettings(AtelierProperties properties, OwnNode own) {
        AtelierProperties.Work work = properties.work();
        return new WorkEngine.Settings(
                own.node().id(),
                own.node().slots(),
                own.node().readers(),
                work.poll(),
                work.attempts(),
                NodeConfiguration.HEARTBEAT,
                own.node().encoders());
    }

    /** What becomes of jobs that fail, of whichever engine. */
    @Bean
    FailurePolicy failurePolicy(AtelierProperties properties) {
        AtelierProperties.Work work = properties.work();
        return new FailurePolicy(work.attempts(), work.poison(), work.backoff());
    }

    @Bean(destroyMethod = "close")
    WorkEngine workEngine(
            DataSource dataSource, JobSteps steps, WorkEngine.Settings settings, FailurePolicy policy, Clock clock) {
        return new WorkEngine(new TransactionAwareDataSourceProxy(dataSource), steps, settings, policy, clock);
    }

    @Bean
    EngineLifecycle workLifecycle(WorkEngine engine, Home home, OwnNode own, Claims claims) {
        Runnable tidy = () -> {
            ScratchFolders.empty(home.work());
            claims.tidy();
        };
        return new EngineLifecycle(tidy, own.does(Role.ENCODE) ? engine::start : () -> {}, engine::close);
    }
}
