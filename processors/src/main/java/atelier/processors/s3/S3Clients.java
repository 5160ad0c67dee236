package atelier.processors.s3;

import atelier.config.AtelierProperties;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Builds the client that reaches buckets. Blocking, so that whoever waits for a bucket is a thread that can be seen. */
public final class S3Clients {
    private static final int CONNECTIONS = 64;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Without a byte for so long, a connection is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(20);
    /** With pauses of 0.1 s at first, twice as long each time and 20 s at most, of random length. */
    private static final int TRIES = 5;

    private S3Clients() {}

    /**
     * A client, to be closed by whoever asked.
     *
     * @param credentials who asks
     * @throws RuntimeException if no region is set and none can be found
     */
    public static S3Client of(AtelierProperties.S3 settings, AwsCredentialsProvider credentials) {
        return of(settings, credentials, SILENCE);
    }

    /** @param silence how long a connection may carry nothing */
    static S3Client of(AtelierProperties.S3 settings, AwsCredentialsProvider credentials, Duration silence) {
        S3ClientBuilder builder = S3Client.builder()
                .credentialsProvider(credentials)
                .forcePathStyle(settings.pathStyle())
                .httpClient(http(silence))
                .overrideConfiguration(retries());
        // What servers beside AWS do not all know: checksums in trailers. Where the protocol asks for one, it is an
        // MD5.
        builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .addPlugin(LegacyMd5Plugin.create());
        if (!settings.endpoint().isBlank()) {
            builder.endpointOverride(URI.create(settings.endpoint())).region(Region.US_EAST_1);
        }
        if (!settings.region().isBlank()) {
            builder.region(Region.of(settings.region()));
        }
        return builder.build();
    }

    private static SdkHttpClient http(Duration silence) {
        return ApacheHttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(CONNECT)
                .socketTimeout(silence)
                .tcpKeepAlive(true)
                .build();
    }

    private static ClientOverrideConfiguration retries() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(TRIES)
                        .build())
                .build();
    }
}
