package atelier.routes.steps;

import atelier.config.S3Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Clients of queues, each by the queue's URL: it names server and region. Credentials are those of the buckets. */
public final class QueueClients implements AutoCloseable {
    private static final Pattern AWS =
            Pattern.compile("(?:sqs\\.)?([a-z0-9-]+)\\.(?:queue\\.)?amazonaws\\.com(?:\\.cn)?");
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final S3Settings settings;
    private final AwsCredentialsProvider credentials;
    private final List<SqsClient> open = new CopyOnWriteArrayList<>();

    /** @param settings whose region is taken where the URL names none */
    public QueueClients(S3Settings settings, AwsCredentialsProvider credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    /**
     * A client of the server of a queue.
     *
     * @throws IllegalArgumentException if that is no URL of a queue
     */
    SqsClient of(String queue) {
        URI address = address(queue);
        SqsClientBuilder builder = SqsClient.builder()
                .credentialsProvider(credentials)
                .endpointOverride(address.resolve("/"))
                .region(Region.of(region(address)))
                .httpClient(ApacheHttpClient.builder().socketTimeout(SILENCE).build());
        SqsClient client = builder.build();
        open.add(client);
        return client;
    }

    private static URI address(String queue) {
        URI address = URI.create(queue);
        if (address.getHost() == null || address.getPath().length() < 2) {
            throw new IllegalArgumentException(
                    "atelier.buckets[].queue is \"" + queue + "\". It must be the URL of an SQS queue:"
                            + " https://sqs.eu-west-1.amazonaws.com/123456789012/deliveries");
        }
        return address;
    }

    private String region(URI address) {
        Matcher aws = AWS.matcher(address.getHost());
        if (aws.matches()) {
            return aws.group(1);
        }
        return settings.region().isBlank() ? Region.US_EAST_1.id() : settings.region();
    }

    @Override
    public void close() {
        open.forEach(SqsClient::close);
    }
}
