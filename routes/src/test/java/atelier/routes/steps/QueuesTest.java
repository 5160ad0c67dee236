package atelier.routes.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.S3Settings;
import atelier.processors.bucket.BucketStates;
import atelier.processors.s3.S3ForTests;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** How queues of bucket events are reached, and what is said where they are not. */
class QueuesTest {
    private final QueueClients clients =
            new QueueClients(new S3Settings("", "eu-central-1", true), S3ForTests.credentials());

    @AfterEach
    void close() {
        clients.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://sqs.eu-west-3.amazonaws.com/123456789012/films, eu-west-3, https://sqs.eu-west-3.amazonaws.com/",
        "https://eu-west-3.queue.amazonaws.com/123456789012/films, eu-west-3, https://eu-west-3.queue.amazonaws.com/",
        "http://127.0.0.1:9324/000000000000/films, eu-central-1, http://127.0.0.1:9324/",
    })
    void aQueuesUrlNamesServerAndRegion(String queue, String region, URI server) {
        var settings = clients.of(queue).serviceClientConfiguration();

        assertThat(settings.region().id()).isEqualTo(region);
        assertThat(settings.endpointOverride()).contains(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"films", "arn:aws:sqs:eu-west-3:123456789012:films", "https://sqs.eu-west-3.amazonaws.com/"})
    void whatIsNoUrlOfAQueueIsRefusedWithAnExample(String queue) {
        assertThatThrownBy(() -> clients.of(queue))
                .hasMessageContaining("https://sqs.eu-west-1.amazonaws.com/123456789012/deliveries");
    }

    @Test
    void aQueueThatCannotBeUsedIsATroubleUntilItCan() throws Exception {
        BucketStates states = new BucketStates(Clock.systemUTC());
        QueuePolls polls = new QueuePolls("http://queue/films", states);
        AwsErrorDetails missing = AwsErrorDetails.builder()
                .errorCode("QueueDoesNotExist")
                .errorMessage("It is not there.")
                .build();

        boolean again = polls.rollback(
                null,
                null,
                0,
                SqsException.builder().statusCode(400).awsErrorDetails(missing).build());

        assertThat(again).isFalse();
        assertThat(states.of("http://queue/films").map(BucketStates.Trouble::reason))
                .isEqualTo(Optional.of("bucket missing"));
        polls.commit(null, null, 0);
        assertThat(states.troubles()).isEmpty();
    }
}
