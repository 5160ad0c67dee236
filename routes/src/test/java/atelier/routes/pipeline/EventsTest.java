package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atelier.processors.catalog.Artworks;
import atelier.processors.notify.ArtworkChanges;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who comes back to the events is told what it missed, and webhooks are told by the same application. */
@PipelineSuite
@Timeout(30)
class EventsTest {
    @Autowired
    private Site site;

    @Autowired
    private Artworks artworks;

    @Autowired
    private ArtworkChanges changes;

    @Autowired
    private JdbcClient sql;

    /** Others count artworks. */
    @AfterEach
    void leaveNothing() {
        sql.sql("DELETE FROM artworks WHERE slug LIKE 'away/%'").update();
    }

    /** One event as it stood on the line. */
    private record Event(String id, String name, String data) {}

    /** Reads until an event is of that name, or holds that text. */
    private Event read(BufferedReader lines, String wanted) throws IOException {
        String id = "";
        String name = "";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                id = line.substring(3);
            } else if (line.startsWith("event:")) {
                name = line.substring(6);
            } else if (line.startsWith("data:")) {
                data = line.substring(5);
            } else if (line.isEmpty()) {
                if (name.equals(wanted) || data.contains(wanted)) {
                    return new Event(id, name, data);
                }
                name = "";
                data = "";
            }
        }
        throw new IOException("The events ended.");
    }

    private BufferedReader follow(String query) {
        return new BufferedReader(new InputStreamReader(
                site.stream(URI.create(site.root() + "api/events" + query)), StandardCharsets.UTF_8));
    }

    @Test
    void whatChangedWhileAReaderWasAwayIsToldWhenItComesBack() throws IOException {
        String last;
        try (BufferedReader lines = follow("")) {
            long first = artworks.findOrCreate("away/first", "First").id();
            await().until(() -> changedUntilHeard(first, lines));
            last = Long.toString(System.currentTimeMillis());
        }
        artworks.fail(artworks.findOrCreate("away/second", "Second").id(), "Bad.");

        try (BufferedReader lines = follow("?lastEventId=" + last)) {
            Event missed = read(lines, "\"away/second\"");
            assertThat(missed.name()).isEqualTo("artwork");
            assertThat(missed.data()).contains("\"state\":\"failed\"");
            assertThat(missed.id()).matches("\\d{13}");
        }
    }

    /** A listener may be heard a moment after its answer began. */
    private boolean changedUntilHeard(long artwork, BufferedReader lines) throws IOException {
        changes.changed(artwork);
        return read(lines, "\"away/first\"").name().equals("artwork");
    }

    @Test
    void whoseLastEventIsNoneOfOursIsToldToAskAnew() throws IOException {
        for (String id : List.of("garbage", "99999999999999", "0")) {
            if (id.equals("0")) {
                manyChanges();
            }
            try (BufferedReader lines = follow("?lastEventId=" + id)) {
                assertThat(read(lines, "reset").data()).isEqualTo("{}");
            }
        }
    }

    /** More than are told of one by one. */
    private void manyChanges() {
        List<String> rows = new ArrayList<>();
        for (int number = 0; number < 210; number++) {
            rows.add("('away/many/" + number + "', 'Many', 'failed', '2001-01-01', '2001-01-01')");
        }
        sql.sql("INSERT INTO artworks (slug, title, state, created_at, updated_at) VALUES " + String.join(",", rows))
                .update();
    }

    @Test
    void eventsForWebhooksAreSpreadByTheRunningApplication() {
        artworks.fail(artworks.findOrCreate("away/webhook", "Webhook").id(), "Bad.");

        await().until(() -> sql.sql("SELECT COUNT(*) FROM webhook_events WHERE slug = 'away/webhook' AND spread")
                        .query(Integer.class)
                        .single()
                > 0);
        assertThat(site.json("/api/webhooks")).isEmpty();
        assertThat(site.json("/api/webhooks/deliveries").path("total").asInt()).isZero();
        assertThat(site.ask("POST", site.address("/api/webhooks/deliveries/7/resend"))
                        .statusCode())
                .isEqualTo(404);
    }
}
