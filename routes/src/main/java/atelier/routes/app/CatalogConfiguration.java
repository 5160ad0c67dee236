package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.config.StoreSettings;
import atelier.processors.catalog.ArtworkViews;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Audience;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.OnDemand;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Overrides;
import atelier.processors.catalog.PlanHistory;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Rejections;
import atelier.processors.catalog.Sounds;
import atelier.processors.catalog.Spheres;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.ladder.Ladder;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.store.BucketPlace;
import atelier.processors.store.FolderStore;
import atelier.processors.store.S3Store;
import atelier.processors.store.Store;
import atelier.processors.store.StoreWatch;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The catalogue's tables, the rendition graph, and the store. */
@Configuration
class CatalogConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Json catalogueJson() {
        return new Json();
    }

    @Bean
    Ladder ladder(AtelierProperties properties) {
        return new Ladder(properties.renditions()).withSpheres(properties.spheres());
    }

    @Bean
    Store store(Home home, AtelierProperties properties, ObjectProvider<S3Client> s3) {
        StoreSettings settings = properties.store();
        return settings.inBucket()
                ? new S3Store(s3.getObject(), new BucketPlace(settings.bucket(), settings.prefix()))
                : new FolderStore(home.store());
    }

    @Bean
    StoreWatch storeWatch(Store store, Clock clock) {
        return new StoreWatch(store::trouble, clock);
    }

    @Bean
    Artworks artworks(JdbcClient sql, Clock clock) {
        return new Artworks(sql, clock);
    }

    @Bean
    Spheres spheres(JdbcClient sql) {
        return new Spheres(sql);
    }

    @Bean
    Audience audience(JdbcClient sql, Clock clock, AtelierProperties properties) {
        return new Audience(sql, clock, properties.work().lead());
    }

    @Bean
    VideoFormats videoFormats(JdbcClient sql, Clock clock) {
        return new VideoFormats(sql, clock);
    }

    @Bean
    Inputs inputs(JdbcClient sql, Clock clock) {
        return new Inputs(sql, clock);
    }

    @Bean
    Chunks chunks(JdbcClient sql, Json json) {
        return new Chunks(sql, json);
    }

    @Bean
    Sounds sounds(JdbcClient sql, Json json) {
        return new Sounds(sql, json);
    }

    @Bean
    Plans plans(JdbcClient sql, Clock clock) {
        return new Plans(sql, clock);
    }

    @Bean
    PlannedChunks plannedChunks(JdbcClient sql) {
        return new PlannedChunks(sql);
    }

    @Bean
    PlanHistory planHistory(JdbcClient sql) {
        return new PlanHistory(sql);
    }

    @Bean
    Overrides overrides(JdbcClient sql, Clock clock) {
        return new Overrides(sql, clock);
    }

    @Bean
    Outputs outputs(JdbcClient sql, Clock clock, Json json) {
        return new Outputs(sql, clock, json);
    }

    @Bean
    OutputFiles outputFiles(JdbcClient sql, Json json) {
        return new OutputFiles(sql, json);
    }

    @Bean
    Editions editions(JdbcClient sql, Clock clock) {
        return new Editions(sql, clock);
    }

    @Bean
    Rejections rejections(JdbcClient sql, Clock clock) {
        return new Rejections(sql, clock);
    }

    @Bean
    OnDemand onDemand(Ladder ladder, VideoFormats formats, Plans plans) {
        return new OnDemand(ladder, formats, plans);
    }

    @Bean
    ArtworkViews artworkViews(
            JdbcClient sql,
            Artworks artworks,
            VideoFormats formats,
            Editions editions,
            Plans plans,
            OnDemand onDemand) {
        return new ArtworkViews(sql, artworks, formats, editions, plans, onDemand);
    }

    @Bean
    ArtworkChanges artworkChanges(ArtworkViews views) {
        return new ArtworkChanges(views);
    }
}
