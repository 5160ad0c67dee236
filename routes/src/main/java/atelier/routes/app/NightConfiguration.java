package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.processors.batch.BatchStep;
import atelier.processors.batch.DamageCheck;
import atelier.processors.batch.Night;
import atelier.processors.batch.NightWindow;
import atelier.processors.batch.SourceCheck;
import atelier.processors.batch.StoreCheck;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Batches;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Spending;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.plan.ReplanStep;
import atelier.processors.sources.Sources;
import atelier.processors.work.JobQueue;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What looks over the library. */
@Configuration
class NightConfiguration {

    @Bean
    Batches batches(JdbcClient sql, Clock clock) {
        return new Batches(sql, clock);
    }

    @Bean
    Night night(AtelierProperties properties, JdbcClient sql, Clock clock) {
        AtelierProperties.Batch batch = properties.batch();
        return new Night(
                new NightWindow(batch.from(), batch.until()),
                batch.cpu(),
                new Spending(sql),
                clock.withZone(ZoneId.systemDefault()));
    }

    @Bean
    BatchStep batchStep(
            Sources kept,
            Batches batches,
            Artworks artworks,
            Inputs inputs,
            VideoFormats formats,
            PlannedChunks planned,
            StoreCheck store,
            AtelierProperties properties,
            Clock clock,
            ReplanStep replan,
            ArtworkChanges changes,
            JobQueue jobs,
            TransactionTemplate transactions) {
        SourceCheck sources = new SourceCheck(kept, artworks, inputs, formats, jobs, transactions);
        DamageCheck damages = new DamageCheck(planned, store, properties.batch().nights(), clock);
        return new BatchStep(batches, artworks, sources, damages, replan, changes, jobs, transactions);
    }
}
