package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.processors.catalog.MediaAddress;
import atelier.processors.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How what is published is delivered: types, lifetimes, compression, ranges, other origins; and what is missing. */
@PipelineSuite
class DeliveryTest {
    private static final int LEAST_COMPRESSED = 512;
    private static final String FOREVER = "max-age=31536000, public, immutable";
    private static final String SECONDS = "max-age=1, public";

    @Autowired
    private Gallery gallery;

    @Autowired
    private Site site;

    @Autowired
    private Published published;

    @Autowired
    private Outputs outputs;

    @Autowired
    private Store store;

    private String master;
    private URI playlist;
    private URI segment;
    private final Map<String, URI> addresses = new HashMap<>();

    @BeforeEach
    void publish() {
        var artwork = gallery.ready(Clip.CLOSED_GOP);
        String slug = Clip.CLOSED_GOP.slug();
        master = artwork.path("playback").path("master").asText();
        playlist = site.root().resolve(master.replace("master.m3u8", "HD.m3u8"));
        segment = playlist.resolve(line(playlist, "", ".m4s"));
        addresses.put("stable master", site.address("/media/" + slug + "/master.m3u8"));
        addresses.put("edition's master", site.root().resolve(master));
        addresses.put("playlist", playlist);
        addresses.put("segment", segment);
        addresses.put("init", playlist.resolve(line(playlist, "#EXT-X-MAP:URI=\"", "\"")));
        URI storyboard = site.root().resolve(artwork.path("storyboard").asText());
        addresses.put("storyboard", storyboard);
        addresses.put(
                "small pictures",
                storyboard.resolve(line(storyboard, "", "#xywh").replaceAll("#.*", "")));
        addresses.put("poster", site.root().resolve(artwork.path("poster").asText()));
        addresses.put("rendition", site.address("/media/" + slug + "/HD.mp4"));
        addresses.put("artwork", site.address("/api/artworks/" + slug));
        addresses.put("player", site.root().resolve("/atelier-player.js"));
    }

    /** The first line with that beginning, without it and what follows the end. */
    private String line(URI address, String begin, String end) {
        return site.text(address)
                .lines()
                .filter(each -> each.startsWith(begin) && each.contains(end))
                .map(each -> begin.isEmpty() ? each : each.substring(begin.length(), each.indexOf(end, begin.length())))
                .findFirst()
                .orElseThrow();
    }

    /** What a kind of address is answered with. */
    private record Row(String name, String type, String lifetime, boolean compressed, boolean ranges) {}

    private static final List<Row> TABLE = List.of(
            new Row("stable master", "application/vnd.apple.mpegurl", SECONDS, true, false),
            new Row("edition's master", "application/vnd.apple.mpegurl", FOREVER, true, false),
            new Row("playlist", "application/vnd.apple.mpegurl", FOREVER, true, false),
            new Row("segment", "video/iso.segment", FOREVER, false, true),
            new Row("init", "video/mp4", FOREVER, false, true),
            new Row("storyboard", "text/vtt", FOREVER, true, false),
            new Row("small pictures", "image/jpeg", FOREVER, false, true),
            new Row("poster", "image/jpeg", FOREVER, false, true),
            new Row("rendition", "video/mp4", "public, max-age=0, must-revalidate", false, true),
            new Row("artwork", "application/json", "", true, false),
            new Row("player", "text/javascript", "no-cache", true, true));

    @Test
    void everythingHasItsTypeLifetimeAndCompression() {
        for (Row row : TABLE) {
            HttpResponse<byte[]> answer = site.ask(
                    "GET", addresses.get(row.name()), "Accept-Encoding", "gzip", "Origin", "https://a.example");

            assertThat(answer.statusCode()).as(row.name()).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).as(row.name()).startsWith(row.type());
            assertThat(header(answer, "Cache-Control")).as(row.name()).isEqualTo(row.lifetime());
            assertThat(header(answer, "Content-Encoding"))
                    .as(row.name())
                    .isEqualTo(row.compressed() && isWorthIt(row) ? "gzip" : "");
            assertThat(header(answer, "Accept-Ranges").equals("bytes"))
                    .as(row.name())
                    .isEqualTo(row.ranges());
            assertThat(header(answer, "Access-Control-Allow-Origin"))
                    .as(row.name())
                    .isNotEmpty();
            assertThat(header(answer, "X-Content-Type-Options")).as(row.name()).isEqualTo("nosniff");
        }
    }

    /** Playlists are always; of other texts those that are long enough: how long a storyboard is, depends on how its film is cut. */
    private boolean isWorthIt(Row row) {
        return !row.type().equals("text/vtt") || site.bytes(addresses.get(row.name())).length >= LEAST_COMPRESSED;
    }

    @Test
    void whatIsCompressedIsTheSame() throws IOException {
        byte[] compressed = site.ask("GET", playlist, "Accept-Encoding", "gzip").body();

        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertThat(content.readAllBytes()).isEqualTo(site.bytes(playlist));
        }
    }

    @Test
    void whoHasItAlreadyIsNotSentItAgain() {
        for (Row row : TABLE) {
            URI address = addresses.get(row.name());
            HttpResponse<byte[]> whole = site.ask("GET", address);
            HttpResponse<byte[]> head = site.ask("HEAD", address);
            assertThat(head.body()).as(row.name()).isEmpty();
            assertThat(head.statusCode()).as(row.name()).isEqualTo(200);
            if (!row.name().equals("artwork") && !row.name().equals("player")) {
                String etag = header(whole, "ETag");
                assertThat(header(head, "ETag")).as(row.name()).isEqualTo(etag);
                assertThat(header(head, "Content-Length"))
                        .as(row.name())
                        .isEqualTo(Integer.toString(whole.body().length));
                assertThat(site.ask("GET", address, "If-None-Match", etag).statusCode())
                        .as(row.name())
                        .isEqualTo(304);
            }
        }
    }

    @Test
    void severalRangesComeAsParts() {
        for (String name : List.of("segment", "rendition")) {
            byte[] whole = site.bytes(addresses.get(name));
            HttpResponse<byte[]> answer = site.ask("GET", addresses.get(name), "Range", "bytes=0-9,2000-2009,-10");

            assertThat(answer.statusCode()).isEqualTo(206);
            String boundary = header(answer, "Content-Type").replaceFirst("^multipart/byteranges; ?boundary=", "");
            assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(answer.body().length));
            assertThat(text(answer.body()))
                    .isEqualTo(part(boundary, name, whole, 0, 10)
                            + part(boundary, name, whole, 2000, 2010)
                            + part(boundary, name, whole, whole.length - 10, whole.length)
                            + "\r\n--" + boundary + "--\r\n");
        }
    }

    private String part(String boundary, String name, byte[] whole, int from, int to) {
        String type = name.equals("segment") ? "video/iso.segment" : "video/mp4";
        return "\r\n--" + boundary + "\r\nContent-Type: " + type + "\r\nContent-Range: bytes " + from + "-" + (to - 1)
                + "/" + whole.length + "\r\n\r\n" + text(Arrays.copyOfRange(whole, from, to));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aSegmentIsSentInPartToo() {
        byte[] whole = site.bytes(segment);

        HttpResponse<byte[]> some = site.ask("GET", segment, "Range", "bytes=100-199");
        HttpResponse<byte[]> behind = site.ask("GET", segment, "Range", "bytes=" + whole.length + "-");
        HttpResponse<byte[]> head = site.ask("HEAD", segment, "Range", "bytes=100-199");

        assertThat(some.statusCode()).isEqualTo(206);
        assertThat(some.body()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
        assertThat(behind.statusCode()).isEqualTo(416);
        assertThat(header(behind, "Content-Range")).isEqualTo("bytes */" + whole.length);
        assertThat(head.statusCode()).isEqualTo(200);
    }

    @Test
    void pagesElsewhereMayAskBeforehand() {
        for (Row row : TABLE) {
            HttpResponse<byte[]> answer = site.ask(
                    "OPTIONS",
                    addresses.get(row.name()),
                    "Origin",
                    "https://a.example",
                    "Access-Control-Request-Method",
                    "GET",
                    "Access-Control-Request-Headers",
                    "range,cmcd-session");

            assertThat(answer.statusCode()).as(row.name()).isEqualTo(200);
            assertThat(header(answer, "Access-Control-Allow-Methods"))
                    .as(row.name())
                    .contains("GET", "HEAD");
            assertThat(header(answer, "Access-Control-Allow-Headers"))
                    .as(row.name())
                    .contains("range", "cmcd-session");
            assertThat(header(answer, "Access-Control-Max-Age")).as(row.name()).isEqualTo("86400");
        }
    }

    @Test
    void whatTheStoreHasLostIsMadeAgainOnceSomebodyAsksForIt() {
        gallery.ready(Clip.PORTRAIT);
        URI lost = published.playlist(Clip.PORTRAIT.slug(), "SD").map();
        String key = lost.getPath().substring(1);
        assertThat(outputs.of(Clip.PORTRAIT.slug())).anyMatch(each -> key.equals(MediaAddress.init(each)));
        store.delete(key);

        HttpResponse<byte[]> answer = site.ask("GET", lost);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        await().atMost(Duration.ofMinutes(3)).until(() -> site.ask("GET", lost).statusCode() == 200);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void namesThatLeadElsewhereAreNotFound() {
        for (String path : List.of(
                "chunks/..%2f..%2fsources/x.mp4",
                "chunks/" + "a".repeat(64) + "/..%2finit.mp4",
                "media/..%2f..%2fdb/x",
                "chunks/" + "A".repeat(64) + "/init.mp4")) {
            assertThat(statusOf(site.root() + path)).as(path).isIn(400, 404);
        }
    }

    private int statusOf(String address) {
        try {
            return site.ask("GET", URI.create(address)).statusCode();
        } catch (UncheckedIOException e) {
            throw new AssertionError(address, e);
        }
    }
}
