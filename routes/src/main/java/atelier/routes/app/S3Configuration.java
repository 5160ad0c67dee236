package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.processors.s3.S3Clients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/** How buckets are reached. Built when first asked for: without a bucket there need be neither a region nor credentials. */
@Configuration
class S3Configuration {

    @Bean
    @Lazy
    AwsCredentialsProvider s3Credentials() {
        return DefaultCredentialsProvider.builder().build();
    }

    @Bean
    @Lazy
    S3Client s3Client(AtelierProperties properties, AwsCredentialsProvider credentials) {
        return S3Clients.of(properties.s3(), credentials);
    }
}
