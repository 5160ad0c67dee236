package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.config.SourcesSettings;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.probe.InputOptions;
import atelier.processors.sources.BucketSources;
import atelier.processors.sources.FolderSources;
import atelier.processors.sources.InputObjects;
import atelier.processors.sources.Sources;
import atelier.processors.store.BucketPlace;
import atelier.processors.store.SourceBucket;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Where what was delivered is kept. */
@Configuration
class SourcesConfiguration {

    @Bean
    Sources sources(
            Home home, AtelierProperties properties, Programs programs, JdbcClient sql, ObjectProvider<S3Client> s3) {
        SourcesSettings settings = properties.sources();
        if (!settings.inBucket()) {
            return new FolderSources(home);
        }
        BucketPlace place = new BucketPlace(settings.bucket(), settings.prefix());
        return BucketSources.of(
                home,
                new SourceBucket(s3.getObject(), place),
                new InputObjects(sql),
                settings.cache(),
                programs,
                properties.limits().memory(),
                InputOptions.beforeInput());
    }
}
