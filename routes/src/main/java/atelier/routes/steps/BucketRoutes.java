package atelier.routes.steps;

import atelier.config.Role;
import atelier.processors.bucket.BucketStates;
import atelier.processors.bucket.NoticeStep;
import atelier.processors.bucket.WatchedBucket;
import atelier.processors.bucket.WatchedBuckets;
import atelier.processors.node.OwnNode;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Watches buckets: each is listed now and then, and where it has a queue its events are heard. What is noticed is recorded and left
 * to be fetched, so a message is done with within milliseconds, however large the object. Several nodes may watch one bucket.
 */
@Component
@ConditionalOnProperty("atelier.buckets[0].name")
class BucketRoutes extends RouteBuilder {
    /** A message comes at once all the same; but a poll that waits holds up the end of the process. */
    private static final String POLLING = "&waitTimeSeconds=5&maxMessagesPerPoll=10&delay=500"
            // A queue that cannot be used is asked every 5 s.
            + "&backoffMultiplier=10&backoffErrorThreshold=1";

    private final WatchedBuckets buckets;
    private final NoticeStep notice;
    private final QueueClients queues;
    private final BucketStates states;
    private final OwnNode own;

    BucketRoutes(WatchedBuckets buckets, NoticeStep notice, QueueClients queues, BucketStates states, OwnNode own) {
        this.buckets = buckets;
        this.notice = notice;
        this.queues = queues;
        this.states = states;
        this.own = own;
    }

    @Override
    public void configure() {
        onException(Exception.class).log(LoggingLevel.WARN, "A bucket is looked at again later: ${exception.message}");

        for (int number = 0; number < buckets.all().size(); number++) {
            WatchedBucket bucket = buckets.all().get(number);
            list(bucket, number);
            if (!bucket.settings().queue().isBlank()) {
                hear(bucket.settings().queue(), number);
            }
        }
        from("timer:bucket-sweep?period={{atelier.bucket.sweep:5000}}")
                .routeId("bucket-sweep")
                .autoStartup(own.does(Role.WATCH))
                .bean(notice, "sweep");
    }

    private void list(WatchedBucket bucket, int number) {
        from("timer:bucket-" + number + "?delay=0&period="
                        + bucket.settings().interval().toMillis())
                .routeId("bucket-" + number)
                .autoStartup(own.does(Role.WATCH))
                .setBody(constant(bucket))
                .bean(notice, "look");
    }

    private void hear(String queue, int number) {
        bindToRegistry("bucketQueue" + number, queues.of(queue));
        bindToRegistry("bucketPolls" + number, new QueuePolls(queue, states));
        String name = queue.substring(queue.lastIndexOf('/') + 1);
        from("aws2-sqs:" + name + "?queueUrl=RAW(" + queue + ")&amazonSQSClient=#bucketQueue" + number
                        + "&pollStrategy=#bucketPolls" + number + POLLING)
                .routeId("bucket-events-" + number)
                .autoStartup(own.does(Role.WATCH))
                .convertBodyTo(String.class)
                .bean(notice, "hear");
    }
}
