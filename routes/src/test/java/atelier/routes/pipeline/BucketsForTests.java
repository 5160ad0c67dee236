package atelier.routes.pipeline;

import atelier.processors.s3.S3ForTests;
import java.net.URI;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Gives the application two buckets on a real S3 server: one is listed, of the other a real queue tells. */
final class BucketsForTests implements ApplicationContextInitializer<GenericApplicationContext> {

    /** Started by the first who asks, and by the class loader once only. */
    private static final class Shared {
        static final String LISTED = S3ForTests.freshBucket();
        static final String ANNOUNCED = S3ForTests.freshBucket();
        static final SqsClient QUEUES = queues();
        static final String QUEUE =
                QUEUES.createQueue(request -> request.queueName("films")).queueUrl();

        private static SqsClient queues() {
            SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1")
                    .withDynamicPort()
                    .start();
            int port = server.waitUntilStarted().localAddress().getPort();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stopAndWait, "stop-queues-for-tests"));
            return SqsClient.builder()
                    .endpointOverride(URI.create("http://127.0.0.1:" + port))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(S3ForTests.credentials())
                    .httpClient(ApacheHttpClient.create())
                    .build();
        }
    }

    /** The bucket that is listed. */
    static String listed() {
        return Shared.LISTED;
    }

    /** The bucket of which the queue tells. */
    static String announced() {
        return Shared.ANNOUNCED;
    }

    /** Sends a message to the queue. */
    static void send(String message) {
        Shared.QUEUES.sendMessage(request -> request.queueUrl(Shared.QUEUE).messageBody(message));
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(
                "keyForTests",
                AwsCredentialsProvider.class,
                S3ForTests::credentials,
                definition -> definition.setPrimary(true));
        Map<String, Object> settings = Map.of(
                "atelier.s3.endpoint",
                S3ForTests.endpoint(),
                "atelier.buckets[0].name",
                listed(),
                "atelier.buckets[0].poll",
                "500ms",
                "atelier.buckets[1].name",
                announced(),
                "atelier.buckets[1].prefix",
                "in",
                "atelier.buckets[1].queue",
                Shared.QUEUE,
                "atelier.buckets[1].after",
                "move");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("buckets", settings));
    }
}
