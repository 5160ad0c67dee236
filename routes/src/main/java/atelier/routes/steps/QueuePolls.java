package atelier.routes.steps;

import atelier.processors.bucket.BucketException;
import atelier.processors.bucket.BucketStates;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import software.amazon.awssdk.core.exception.SdkException;

/** Says once that a queue cannot be used, and once that it can again, instead of at each poll. */
record QueuePolls(String queue, BucketStates states) implements PollingConsumerPollStrategy {

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        states.well(queue);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) throws Exception {
        if (cause instanceof SdkException thrown) {
            BucketException trouble = BucketException.of("Queue " + queue, thrown);
            states.trouble(queue, trouble.reason(), trouble.getMessage());
        } else {
            states.trouble(queue, "unexpected", String.valueOf(cause));
        }
        return false;
    }
}
