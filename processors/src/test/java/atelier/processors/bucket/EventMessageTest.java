package atelier.processors.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventMessageTest {
    private static final String NOTIFICATION = """
            {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-west-1",
            "eventTime":"2026-03-04T10:11:12.131Z","eventName":"%s","userIdentity":{"principalId":"AWS:AIDA"},
            "requestParameters":{"sourceIPAddress":"192.0.2.7"},"responseElements":{"x-amz-request-id":"C3D13FE58DE4C810"},
            "s3":{"s3SchemaVersion":"1.0","configurationId":"films","bucket":{"name":"studio",
            "ownerIdentity":{"principalId":"A3NL1KOZZKExample"},"arn":"arn:aws:s3:::studio"},
            "object":{"key":"%s","size":1024,"eTag":"d41d8cd98f00b204e9800998ecf8427e","sequencer":"0055AED6DCD90281E5"}}}]}""";
    private static final String EVENT_BRIDGE = """
            {"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b103","detail-type":"%s","source":"aws.s3",
            "account":"111122223333","time":"2026-03-04T10:11:12Z","region":"ca-central-1",
            "resources":["arn:aws:s3:::studio"],"detail":{"version":"0","bucket":{"name":"studio"},
            "object":{"key":"%s","size":5,"etag":"b1946ac92492d2347c6235b4d2611184","version-id":"IYV3p45BT0ac8hjHg1houSdS1a",
            "sequencer":"00617F08299329D189"},"request-id":"N4N7GDK58NMKJ12R","requester":"123456789012",
            "source-ip-address":"192.0.2.7","reason":"PutObject"}}""";
    private static final String TEST_EVENT = """
            {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-03-04T10:11:12.131Z","Bucket":"studio",
            "RequestId":"5582815E1AEA5ADF","HostId":"8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR"}""";

    private final EventMessage messages = new EventMessage();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mila/sunset.mp4 | mila/sunset.mp4",
                "mila/two+words.mp4 | mila/two words.mp4",
                "mila/one%2Bone.mp4 | mila/one+one.mp4",
                "mila/caf%C3%A9.mp4 | mila/café.mp4",
                "mila/100%2525.mp4 | mila/100%25.mp4",
            })
    void keysOfNotificationsAreDecodedOnce(String encoded, String key) {
        assertThat(messages.read(NOTIFICATION.formatted("ObjectCreated:Put", encoded)))
                .containsExactly(new Announcement("studio", key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mila/two+words.mp4", "mila/two words.mp4", "mila/100%25.mp4"})
    void keysOfEventBridgeAreTakenAsTheyAre(String key) {
        assertThat(messages.read(EVENT_BRIDGE.formatted("Object Created", key)))
                .containsExactly(new Announcement("studio", key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectCreated:Put",
                "ObjectCreated:CompleteMultipartUpload",
                "ObjectCreated:Copy",
                "s3:ObjectCreated:Put"
            })
    void howeverItWasPutItIsAnnounced(String event) {
        assertThat(messages.read(NOTIFICATION.formatted(event, "a.mp4"))).hasSize(1);
    }

    @Test
    void aNotificationThatCameThroughATopicIsUnwrapped() {
        String message = JsonNodeFactory.instance
                .objectNode()
                .put("Type", "Notification")
                .put("TopicArn", "arn:aws:sns:eu-west-1:111122223333:films")
                .put("Subject", "Amazon S3 Notification")
                .put("Message", NOTIFICATION.formatted("ObjectCreated:Put", "two+words.mp4"))
                .toString();

        assertThat(messages.read(message)).containsExactly(new Announcement("studio", "two words.mp4"));
    }

    @Test
    void testEventsAnnounceNothing() {
        assertThat(messages.read(TEST_EVENT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectRemoved:Delete",
                "ObjectRemoved:DeleteMarkerCreated",
                "ObjectTagging:Put",
                "ObjectRestore:Post"
            })
    void whatIsNoPutAnnouncesNothing(String event) {
        assertThat(messages.read(NOTIFICATION.formatted(event, "a.mp4"))).isEmpty();
        assertThat(messages.read(EVENT_BRIDGE.formatted("Object Deleted", "a.mp4")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Records\":[]}",
                "{\"Records\":[null,1,\"x\",{}]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\"}]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"%zz\"}}}]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":7},\"object\":{\"key\":[]}}}]}",
                "{\"detail-type\":\"Object Created\"}",
                "{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":\"b\",\"object\":null}}"
            })
    void whatIsIncompleteAnnouncesNothing(String message) {
        assertThat(messages.read(message)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{",
                "[]",
                "{}",
                "null",
                "7",
                "{\"Type\":\"Notification\",\"Message\":\"no JSON\"}",
                "{\"Type\":\"Notification\",\"Message\":{\"Records\":1}}"
            })
    void whatCannotBeUnderstoodIsRefusedForGood(String message) {
        assertThatThrownBy(() -> messages.read(message)).isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void aMessageThatIsNestedWithoutEndIsRefusedForGood() {
        assertThatThrownBy(() -> messages.read("[".repeat(200_000))).isInstanceOf(UnreadableEventException.class);
    }
}
