package atelier.routes.app;

import atelier.processors.batch.HealStep;
import atelier.processors.batch.StoreCheck;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.Outputs;
import atelier.processors.encode.DecodeCheck;
import atelier.processors.encode.EncodeSettings;
import atelier.processors.encode.SheetMaker;
import atelier.processors.encode.StoredSheets;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.plan.ReplanStep;
import atelier.processors.store.Store;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What is made again because somebody missed it. */
@Configuration
class HealConfiguration {

    @Bean
    HealStep healStep(StoreCheck check, Artworks artworks, ReplanStep replan, ArtworkChanges changes) {
        return new HealStep(check, artworks, replan, changes);
    }

    @Bean
    SheetMaker sheetMaker(
            Store store,
            Outputs outputs,
            OutputFiles files,
            Programs programs,
            EncodeSettings settings,
            TransactionTemplate transactions) {
        return new StoredSheets(store, outputs, files, new DecodeCheck(programs), settings, transactions);
    }
}
