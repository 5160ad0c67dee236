package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.processors.batch.Garbage;
import atelier.processors.batch.GarbageEditions;
import atelier.processors.batch.GarbageFolders;
import atelier.processors.batch.GarbageOutputs;
import atelier.processors.batch.StoreCheck;
import atelier.processors.catalog.ArtworkLists;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.GarbageQueries;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.StoredOutputs;
import atelier.processors.catalog.UnusedOutputs;
import atelier.processors.encode.SheetMaker;
import atelier.processors.sources.Sources;
import atelier.processors.store.Store;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What keeps the store true to the catalogue, and both small. */
@Configuration
class BatchConfiguration {

    @Bean
    StoredOutputs storedOutputs(JdbcClient sql) {
        return new StoredOutputs(sql);
    }

    @Bean
    StoreCheck storeCheck(
            OutputFiles files,
            StoredOutputs stored,
            SheetMaker sheets,
            Artworks artworks,
            Store store,
            TransactionTemplate transactions) {
        return new StoreCheck(files, stored, sheets, artworks, store, transactions);
    }

    @Bean
    Garbage garbage(
            AtelierProperties properties,
            JdbcClient sql,
            OutputFiles files,
            Artworks artworks,
            Store store,
            Sources sources,
            TransactionTemplate transactions,
            Clock clock) {
        GarbageQueries queries = new GarbageQueries(sql, clock);
        UnusedOutputs unused = new UnusedOutputs(sql, clock);
        return new Garbage(
                List.of(store, sources),
                new GarbageEditions(queries, artworks, store, transactions),
                new GarbageOutputs(unused, files, store, transactions),
                new GarbageFolders(queries, unused, artworks, new ArtworkLists(sql), store, transactions),
                clock,
                properties.garbage().retention());
    }
}
