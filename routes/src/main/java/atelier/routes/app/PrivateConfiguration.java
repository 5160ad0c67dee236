package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.StoreSettings;
import atelier.processors.catalog.PlaybackKeys;
import atelier.processors.store.BucketAddresses;
import atelier.processors.store.BucketPlace;
import atelier.routes.access.Lifetimes;
import atelier.routes.access.Passes;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/** What signed addresses of playlists and segments are made of. */
@Configuration
class PrivateConfiguration {

    @Bean
    Lifetimes lifetimes(AtelierProperties properties, Clock clock) {
        return new Lifetimes(properties.playback().expiry(), clock);
    }

    @Bean
    Passes passes(JdbcClient sql, Lifetimes lifetimes, Clock clock) {
        PlaybackKeys keys = new PlaybackKeys(sql, clock);
        return new Passes(keys::current, keys::find, lifetimes);
    }

    @Bean
    @ConditionalOnExpression("!'${atelier.store.bucket:}'.isBlank()")
    BucketAddresses bucketAddresses(S3Client client, AtelierProperties properties, AwsCredentialsProvider credentials) {
        StoreSettings store = properties.store();
        return new BucketAddresses(
                client,
                new BucketPlace(store.bucket(), store.prefix()),
                properties.s3(),
                properties.playback().endpoint(),
                credentials);
    }
}
