package atelier.routes.app;

import atelier.processors.batch.HealStep;
import atelier.processors.batch.StoreCheck;
import atelier.processors.catalog.Artworks;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.plan.ReplanStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is made again because somebody missed it. */
@Configuration
class HealConfiguration {

    @Bean
    HealStep healStep(StoreCheck check, Artworks artworks, ReplanStep replan, ArtworkChanges changes) {
        return new HealStep(check, artworks, replan, changes);
    }
}
