package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.processors.encode.ScratchFolders;
import atelier.processors.work.Claims;
import atelier.processors.work.JobSteps;
import atelier.processors.work.WorkEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The work engine: begun when every route is up, stopped before they go. */
@Configuration
class WorkConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(WorkConfiguration.class);
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
                clock);
    }

    @Bean
    SmartLifecycle workEngineLifecycle(WorkEngine engine, Home home, AtelierProperties properties, JdbcClient sql) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                ScratchFolders.empty(home.work());
                if (properties.database().embedded()) {
                    int released = new Claims(sql).releaseAll();
                    LOG.info("{} jobs that were cut off go on.", released);
                }
                engine.start();
                running = true;
            }

            @Override
            public void stop() {
                engine.close();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            /** After Camel's routes and the web server, and stopped before them. */
            @Override
            public int getPhase() {
                return Integer.MAX_VALUE;
            }
        };
    }
}
