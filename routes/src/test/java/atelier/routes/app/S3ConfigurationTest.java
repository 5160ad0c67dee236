package atelier.routes.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.AtelierProperties;
import atelier.processors.s3.S3ForTests;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.s3.S3Client;

class S3ConfigurationTest {
    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration
    @EnableConfigurationProperties(AtelierProperties.class)
    @Import(S3Configuration.class)
    static class Settings {}

    @Test
    void bucketsOfAnotherServerAreReachedByItsEndpointWithTheSdksOwnCredentials() {
        String bucket = S3ForTests.freshBucket();
        var key = S3ForTests.credentials().resolveCredentials();

        context.withPropertyValues("atelier.s3.endpoint=" + S3ForTests.endpoint())
                .withSystemProperties(
                        "aws.accessKeyId=" + key.accessKeyId(), "aws.secretAccessKey=" + key.secretAccessKey())
                .run(found -> assertThat(
                                found.getBean(S3Client.class).listBuckets().buckets())
                        .anyMatch(each -> each.name().equals(bucket)));
    }

    @Test
    void withoutABucketNothingIsLookedFor() {
        context.run(found -> assertThat(found).hasNotFailed());
    }
}
