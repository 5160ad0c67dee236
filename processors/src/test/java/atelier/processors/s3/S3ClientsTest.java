package atelier.processors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3ClientsTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        String bucket = S3ForTests.freshBucket();
        S3Client client = S3ForTests.client();

        client.putObject(
                request -> request.bucket(bucket).key("a b/ü.txt").contentType("text/plain"),
                RequestBody.fromString("content"));

        assertThat(client.getObjectAsBytes(request -> request.bucket(bucket).key("a b/ü.txt"))
                        .asUtf8String())
                .isEqualTo("content");
    }

    @Test
    void whoSignsWithAnotherSecretIsRefused() {
        String bucket = S3ForTests.freshBucket();
        AwsBasicCredentials wrong = AwsBasicCredentials.create("atelier-tests", "another");

        try (S3Client client = S3Clients.of(S3ForTests.settings(), StaticCredentialsProvider.create(wrong))) {
            assertThatThrownBy(() -> client.listObjectsV2(request -> request.bucket(bucket)))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        }
    }
}
