package atelier.processors.s3;

import atelier.config.S3Settings;
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
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Builds the client that reaches buckets. Blocking, so that whoever waits for a bucket is a thread that can be seen. */
public final class S3Clients {
    private static final int CONNECTIONS = 64;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final int TRIES = 5;
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofSeconds(1));

    /**
     * How long is waited. Pauses are twice as long each time, and of random length.
     *
     * @param silence how long a connection may carry nothing before it is taken for dead
     * @param pause before a request is made again, at first
     * @param throttled the same where the server asks for fewer requests
     */
    record Patience(Duration silence, Duration pause, Duration throttled) {}

    private S3Clients() {}

    /**
     * A client, to be closed by whoever asked.
     *
     * @param credentials who asks
     * @throws RuntimeException if no region is set and none can be found
     */
    public static S3Client of(S3Settings settings, AwsCredentialsProvider credentials) {
        return of(settings, credentials, PATIENCE);
    }

    static S3Client of(S3Settings settings, AwsCredentialsProvider credentials, Patience patience) {
        S3ClientBuilder builder = S3Client.builder()
                .credentialsProvider(credentials)
                .forcePathStyle(settings.pathStyle())
                .httpClient(http(patience.silence()))
                .overrideConfiguration(retries(patience));
        // Not all servers beside AWS know checksums in trailers. Where the protocol asks for one, it is an MD5.
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

    private static ClientOverrideConfiguration retries(Patience patience) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(TRIES)
                        .backoffStrategy(BackoffStrategy.exponentialDelay(patience.pause(), LONGEST_PAUSE))
                        .throttlingBackoffStrategy(
                                BackoffStrategy.exponentialDelay(patience.throttled(), LONGEST_PAUSE))
                        .build())
                .build();
    }
}
