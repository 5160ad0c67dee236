package atelier.processors.store;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.S3Settings;
import atelier.processors.s3.S3ForTests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses of objects that are nobody else's, asked for as a player asks: at a real server, without credentials. */
class BucketAddressesTest {
    private static final String KEY = "chunks/ab/0/00000.m4s";
    private static final Instant NOW = Instant.now();

    private final String bucket = S3ForTests.freshBucket();
    private final BucketPlace place = new BucketPlace(bucket, "films of 2026/é");
    private final BucketAddresses addresses = addresses(S3ForTests.settings(), "");

    private BucketAddresses addresses(S3Settings settings, String endpoint) {
        return new BucketAddresses(S3ForTests.client(), place, settings, endpoint, S3ForTests.credentials());
    }

    @BeforeEach
    void anObject() {
        new S3Store(S3ForTests.client(), place).put(KEY, "segment".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void anybodyCanReadTheObjectUntilTheAddressExpires() throws Exception {
        HttpResponse<String> answer = get(addresses.of(KEY, NOW, NOW.plusSeconds(60)));
        HttpResponse<String> expired = get(addresses.of(KEY, NOW.minusSeconds(120), NOW.minusSeconds(60)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("segment");
        assertThat(expired.statusCode()).isEqualTo(403);
    }

    @Test
    void nothingElseCanBeReadByIt() throws Exception {
        String address = addresses.of(KEY, NOW, NOW.plusSeconds(60));

        assertThat(get(address.replace("00000", "00001")).statusCode()).isEqualTo(403);
        assertThat(get(address.replace("X-Amz-Expires=60", "X-Amz-Expires=6000"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(address.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(403);
    }

    @Test
    void forTheSameTimeItIsTheSame() {
        assertThat(addresses.of(KEY, NOW, NOW.plusSeconds(60))).isEqualTo(addresses.of(KEY, NOW, NOW.plusSeconds(60)));
    }

    @Test
    void itLeadsToWhereThePlayersReachTheServer() {
        S3Settings virtual = new S3Settings("http://10.0.0.1:9000", "", false);

        assertThat(addresses(virtual, "https://media.example.org/s3/").of(KEY, NOW, NOW.plus(Duration.ofDays(7))))
                .startsWith(
                        "https://" + bucket + ".media.example.org/s3/films%20of%202026/%C3%A9/chunks/ab/0/00000.m4s?")
                .contains("X-Amz-Expires=604800");
        assertThat(addresses(new S3Settings("", "", true), "").of(KEY, NOW, NOW.plusSeconds(60)))
                .startsWith("https://s3.amazonaws.com/" + bucket + "/films");
    }
}
