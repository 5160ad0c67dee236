package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A whole rendition over HTTP: RFC 9110. */
@PipelineSuite
class WholeFileTest {
    @Autowired
    private Gallery gallery;

    @Autowired
    private Site site;

    private JsonNode artwork;
    private URI address;
    private byte[] whole;

    @BeforeEach
    void download() {
        artwork = gallery.ready(Clip.CLOSED_GOP);
        address = site.address("/media/" + Clip.CLOSED_GOP.slug() + "/HD.mp4");
        whole = site.bytes(address);
    }

    @Test
    void itsHashAndSizeAreThoseOfTheCatalogue() throws Exception {
        JsonNode rendition = artwork.path("renditions").path("HD");
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole));
        assertThat(hash).isEqualTo(rendition.path("sha256").asText());
        assertThat(whole).hasSize(rendition.path("bytes").asInt());
    }

    @Test
    void rangesAreAnsweredWithTheirBytes() {
        int size = whole.length;
        assertRange("bytes=0-0", 0, 1);
        assertRange("bytes=1000-70000", 1000, 70_001);
        assertRange("bytes=" + (size - 10) + "-", size - 10, size);
        assertRange("bytes=-500", size - 500, size);
        assertRange("bytes=" + size / 2 + "-" + 10L * size, size / 2, size);
    }

    private void assertRange(String range, int from, int to) {
        HttpResponse<byte[]> answer = site.ask("GET", address, "Range", range);
        assertThat(answer.statusCode()).as(range).isEqualTo(206);
        assertThat(answer.headers().firstValue("Content-Range"))
                .contains("bytes " + from + "-" + (to - 1) + "/" + whole.length);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(whole, from, to));
    }

    @Test
    void aRangeBehindTheEndCannotBeAnswered() {
        HttpResponse<byte[]> answer = site.ask("GET", address, "Range", "bytes=" + whole.length + "-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */" + whole.length);
    }

    @Test
    void aReaderWhoHasItIsToldSo() {
        String etag = site.ask("HEAD", address).headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> answer = site.ask("GET", address, "If-None-Match", etag);
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aRangeOfAnotherVersionIsAnsweredWithTheWhole() {
        HttpResponse<byte[]> answer = site.ask("GET", address, "Range", "bytes=5-9", "If-Range", "\"another\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(whole);
    }

    @Test
    void itsHeadSaysWhatWouldCome() {
        HttpResponse<byte[]> answer = site.ask("HEAD", address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).contains(Integer.toString(whole.length));
        assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(answer.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(answer.body()).isEmpty();
    }
}
