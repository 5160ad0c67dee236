package atelier.processors.notify.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.config.Webhook;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.notify.webhooks.Deliveries.Lane;
import atelier.processors.notify.webhooks.Receiver.Heard;
import atelier.processors.notify.webhooks.WebhookViews.Filter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the change of an artwork to the systems that are told, on a real database and over real sockets. */
@TestInstance(Lifecycle.PER_CLASS)
class WebhooksTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final JdbcClient sql = JdbcClient.create(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Artworks artworks = new Artworks(sql, clock);
    private final Deliveries deliveries = new Deliveries(sql, clock);
    private final WebhookClient client = new WebhookClient(Duration.ofSeconds(2));
    private Receiver receiver;

    @BeforeEach
    void begin() {
        now.set(NOON);
        for (String table : List.of("webhook_events", "webhook_jobs", "artworks")) {
            sql.sql("DELETE FROM " + table).update();
        }
        receiver = Receiver.start("studio");
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @AfterAll
    void close() throws IOException {
        client.close();
    }

    /** An artwork that failed so often, with these reasons. */
    private Lane failing(String slug, String... reasons) {
        long id = artworks.findOrCreate(slug, slug).id();
        for (String each : reasons) {
            artworks.fail(id, each);
        }
        return new Lane("studio", id);
    }

    private Courier spread(Webhook... webhooks) {
        Endpoints endpoints = new Endpoints(List.of(webhooks));
        new Relay(endpoints, deliveries, transactions).spread();
        return new Courier(endpoints, deliveries, client, new Rests(clock), clock);
    }

    private WebhookViews views(Webhook... webhooks) {
        return new WebhookViews(sql, new Endpoints(List.of(webhooks)), clock);
    }

    private List<String> states() {
        return views().page(new Filter("", "", ""), 0, 100).deliveries().stream()
                .map(DeliveryView::state)
                .toList();
    }

    @Test
    void whatHappenedIsToldInOrderAndSignedWithEverySecret() {
        Lane lane = failing("mila/é", "One.", "Two.");

        assertThat(spread(receiver.webhook(true)).deliver(lane)).isEmpty();

        assertThat(receiver.heard).extracting(Heard::body).hasSize(2);
        Heard first = receiver.heard.get(0);
        assertThat(first.body())
                .startsWith("{\"type\":\"artwork.failed\",\"timestamp\":\"20")
                .endsWith("\"data\":{\"slug\": \"mila/é\", \"title\": \"mila/é\", \"error\": \"One.\"}}");
        assertThat(receiver.heard.get(1).body()).contains("\"error\": \"Two.\"");
        assertThat(first.timestamp()).isEqualTo(Long.toString(NOON.getEpochSecond()));
        assertThat(first.signature())
                .isEqualTo(signature(Receiver.SECRET, first) + " " + signature(Receiver.OLD_SECRET, first));
        assertThat(states()).containsExactly("delivered", "delivered");
    }

    private static String signature(String secret, Heard heard) {
        return Secret.of(secret, "studio")
                .sign(heard.id(), NOON.getEpochSecond(), heard.body().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyWhatAnEndpointWantsIsLeftForIt() {
        failing("mila/film", "One.");

        spread(receiver.webhook(true, "artwork.playable"));

        assertThat(states()).isEmpty();
        assertThat(deliveries.fresh(10)).isEmpty();
    }

    @Test
    void aFailedTryKeepsTheRestOfItsArtworkWaitingButNoOther() {
        receiver.answers(400);
        Lane lane = failing("mila/film", "One.", "Two.");
        Lane other = failing("mila/other", "Three.");
        Courier courier = spread(receiver.webhook(true));

        Instant again = courier.deliver(lane).orElseThrow();
        courier.deliver(other);

        assertThat(again).isBetween(NOON.plusSeconds(5), NOON.plusSeconds(6));
        assertThat(receiver.what()).containsExactly("artwork.failed mila/film", "artwork.failed mila/other");
        now.set(again);
        assertThat(courier.deliver(lane)).isEmpty();
        assertThat(receiver.heard).hasSize(4);
        assertThat(receiver.heard.get(2).id()).isEqualTo(receiver.heard.get(0).id());
        assertThat(receiver.heard.get(3).body()).contains("Two.");
    }

    @Test
    void anEndpointInTroubleIsLeftAloneByTheOtherArtworksToo() {
        receiver.answers(503);
        Lane lane = failing("mila/film", "One.");
        Lane other = failing("mila/other", "Two.");
        Courier courier = spread(receiver.webhook(true));

        courier.deliver(lane);

        assertThat(courier.deliver(other)).contains(NOON.plusSeconds(2));
        assertThat(receiver.heard).hasSize(1);
        now.set(NOON.plusSeconds(2));
        assertThat(courier.deliver(other)).isEmpty();
    }

    @Test
    void afterTheLastTryItIsGivenUpAndTheNextIsTold() {
        receiver.answers(400, 400, 400, 400, 400, 400, 400, 400, 400, 400);
        Lane lane = failing("mila/film", "One.", "Two.");
        Courier courier = spread(receiver.webhook(true));

        Optional<Instant> again = courier.deliver(lane);
        while (again.isPresent()) {
            now.set(again.get());
            again = courier.deliver(lane);
        }

        assertThat(receiver.heard).hasSize(11);
        assertThat(states()).containsExactly("delivered", "given-up");
        assertThat(now.get()).isAfter(NOON.plus(Duration.ofHours(12)));
    }

    @Test
    void anEndpointThatSaysItIsGoneIsAskedNoMore() {
        receiver.answers(410);
        Lane lane = failing("mila/film", "One.");

        assertThat(spread(receiver.webhook(true)).deliver(lane)).isEmpty();

        assertThat(states()).containsExactly("given-up");
    }

    @Test
    void whatWasGivenUpCanBeSentAgainUnderItsName() {
        receiver.answers(410);
        Lane lane = failing("mila/film", "One.");
        Courier courier = spread(receiver.webhook(true));
        courier.deliver(lane);
        long delivery = views().page(new Filter("studio", "given-up", "mila/film"), 0, 1)
                .deliveries()
                .get(0)
                .id();

        assertThat(views().resend(delivery)).isTrue();
        courier.deliver(lane);

        assertThat(receiver.heard)
                .hasSize(2)
                .extracting(Heard::id)
                .containsOnly(receiver.heard.get(0).id());
        assertThat(views().find(delivery).orElseThrow().state()).isEqualTo("delivered");
        assertThat(views().resend(delivery + 1)).isFalse();
    }

    @Test
    void aRedirectionIsNotFollowed() {
        receiver.answers(307);
        Lane lane = failing("mila/film", "One.");

        assertThat(spread(receiver.webhook(true)).deliver(lane)).isPresent();

        assertThat(receiver.heard).extracting(Heard::path).containsExactly("/hook");
        assertThat(views().page(new Filter("", "", ""), 0, 1)
                        .deliveries()
                        .get(0)
                        .error())
                .contains("It answered 307.");
    }

    @Test
    void anEndpointThatDoesNotAnswerIsLetGoOf() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WebhookClient impatient = new WebhookClient(Duration.ofMillis(300))) {
            Webhook webhook = new Webhook(
                    "",
                    URI.create("http://localhost:" + silent.getLocalPort()),
                    List.of(Receiver.SECRET),
                    Set.of(),
                    true);

            Answer answer = impatient.post(Endpoint.of(webhook), "msg_1", 1, new byte[0]);

            assertThat(answer.delivered()).isFalse();
            assertThat(answer.ill()).isTrue();
        }
    }

    @Test
    void nothingIsSentToThisMachineUnlessThatIsAllowed() {
        Lane lane = failing("mila/film", "One.");

        assertThat(spread(receiver.webhook(false)).deliver(lane)).isPresent();

        assertThat(receiver.heard).isEmpty();
        assertThat(views().page(new Filter("", "waiting", ""), 0, 1)
                        .deliveries()
                        .get(0)
                        .error()
                        .orElseThrow())
                .contains("localhost is in a private network");
    }

    @Test
    void whatWaitsForAnEndpointThatIsNoMoreInTheSettingsIsGivenUp() {
        Lane lane = failing("mila/film", "One.");
        spread(receiver.webhook(true));

        assertThat(spread().deliver(lane)).isEmpty();

        assertThat(states()).containsExactly("given-up");
    }

    @Test
    void theSchedulerDeliversByItself() {
        failing("mila/film", "One.", "Two.");
        failing("mila/other", "Three.");
        Webhook webhook = receiver.webhook(true);
        try (Webhooks webhooks = new Webhooks(
                new TransactionAwareDataSourceProxy(database),
                transactions,
                new Endpoints(List.of(webhook)),
                "test",
                Duration.ofMillis(50),
                Duration.ofSeconds(3),
                Clock.systemUTC())) {
            webhooks.start();
            webhooks.look();
            await().untilAsserted(
                            () -> assertThat(states()).containsOnly("delivered").hasSize(3));
            await().untilAsserted(() -> assertThat(jobs()).isZero());
        }
        assertThat(views(webhook).endpoints())
                .containsExactly(new WebhookViews.EndpointView(
                        "studio", webhook.url().resolve("/").toString().replaceFirst("/$", ""), Set.of(), 0, 0));
    }

    private int jobs() {
        return sql.sql("SELECT COUNT(*) FROM webhook_jobs").query(Integer.class).single();
    }
}
