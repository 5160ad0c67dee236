package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.plan.FailedWork;
import atelier.processors.plan.ReplanStep;
import atelier.processors.plan.RetryStep;
import atelier.processors.store.StoreWatch;
import atelier.processors.work.Admission;
import atelier.processors.work.JobFailures;
import atelier.processors.work.JobProgress;
import atelier.processors.work.JobQueue;
import atelier.processors.work.JobRef;
import atelier.processors.work.JobRuns;
import atelier.processors.work.WorkViews;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to work that fails or has no room, and what people see of it. */
@Configuration
class FailureConfiguration {
    private static final Duration HOLD = Duration.ofSeconds(1);

    @Bean
    JobFailures jobFailures(JdbcClient sql, Clock clock) {
        return new JobFailures(sql, clock);
    }

    @Bean
    JobProgress jobProgress(JdbcClient sql, Clock clock) {
        return new JobProgress(new JobRuns(sql, clock), JobRef.ENCODE, clock);
    }

    @Bean
    Admission admission(Home home, AtelierProperties properties, StoreWatch store) {
        Admission.Room work = room("the work folder", 3, home.work());
        return new Admission(
                properties.store().inBucket() ? List.of(work) : List.of(room("the store", 1, home.store()), work),
                properties.work().floor(),
                HOLD,
                store::trouble);
    }

    @Bean
    FailedWork failedWork(JdbcClient sql) {
        return new FailedWork(sql);
    }

    @Bean
    RetryStep retryStep(
            FailedWork failed,
            JobFailures failures,
            Artworks artworks,
            VideoFormats formats,
            Inputs inputs,
            Outputs outputs,
            ReplanStep replan,
            JobQueue jobs,
            TransactionTemplate transactions) {
        return new RetryStep(failed, failures, artworks, formats, inputs, outputs, replan, jobs, transactions);
    }

    @Bean
    WorkViews workViews(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
        return new WorkViews(sql, transactions, clock);
    }

    /** Of a folder that may not be there yet, or be on another machine. */
    private static Admission.Room room(String name, int copies, Path folder) {
        return new Admission.Room(name, copies, () -> {
            long free = folder.toFile().getUsableSpace();
            return free == 0 && !folder.toFile().exists() ? Long.MAX_VALUE : free;
        });
    }
}
