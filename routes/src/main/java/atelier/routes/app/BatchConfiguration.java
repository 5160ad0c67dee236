package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.processors.batch.Garbage;
import atelier.processors.batch.GarbageEditions;
import atelier.processors.batch.GarbageFolders;
import atelier.processors.batch.GarbageOutputs;
import atelier.processors.batch.StoreCheck;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.GarbageQueries;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.UnusedOutputs;
import atelier.processors.store.Store;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What keeps the store true to the catalogue, and both small. */
@Configuration
class BatchConfiguration {

    @Bean
    StoreCheck storeCheck(OutputFiles files, Artworks artworks, Store store, TransactionTemplate transactions) {
        return new StoreCheck(files, artworks, store, transactions);
    }

    @Bean
    Garbage garbage(
            AtelierProperties properties,
            JdbcClient sql,
            OutputFiles files,
            Artworks artworks,
            Store store,
            TransactionTemplate transactions,
            Clock clock) {
        GarbageQueries queries = new GarbageQueries(sql, clock);
        UnusedOutputs unused = new UnusedOutputs(sql, clock);
        return new Garbage(
                store,
                new GarbageEditions(queries, artworks, store, transactions),
                new GarbageOutputs(unused, files, store, transactions),
                new GarbageFolders(queries, unused, artworks, store, transactions),
                clock,
                properties.garbage().retention());
    }
}
