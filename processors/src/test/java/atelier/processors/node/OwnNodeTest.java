package atelier.processors.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Role;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.work.Claim;
import atelier.processors.work.Claims;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class OwnNodeTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    @TempDir
    Path folder;

    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final JdbcClient sql = JdbcClient.create(database);
    private final Claims claims = new Claims(sql);

    private Nodes nodes(Instant now) {
        return new Nodes(sql, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Node node(String id, String work) {
        return new Node(
                id,
                "studio",
                "host",
                folder.resolve(work).toString(),
                2,
                1,
                Set.of("aac", "libx264"),
                Set.of(Role.ENCODE));
    }

    private OwnNode start(String id, String work) throws IOException {
        Path store = Files.createDirectories(folder.resolve("store"));
        return OwnNode.start(
                node(id, work), nodes(NOW), claims, new Library(sql, List.of(new FolderPlace(store)), false));
    }

    private Claim claimed(String fingerprint, String node) {
        sql.sql("INSERT INTO encode_jobs (task_name, task_instance, picked, version) VALUES ('encode', :fp, 0, 1)")
                .param("fp", fingerprint)
                .update();
        return claims.take(fingerprint, node, NOW).orElseThrow();
    }

    @Test
    void itIsThereWithAllThatItCanDoUntilItEnds() throws IOException {
        try (OwnNode own = start("one", "work")) {
            assertThat(nodes(NOW).all())
                    .containsExactly(new SeenNode(own.node(), NOW.toEpochMilli(), NOW.toEpochMilli(), true));
        }
        assertThat(nodes(NOW).all()).isEmpty();
    }

    @Test
    void aNodeThatIsNotHeardOfIsNotAlive() throws IOException {
        try (OwnNode own = start("one", "work")) {
            Instant later = NOW.plus(Duration.ofSeconds(20));
            Node other = node("two", "other");

            assertThat(nodes(NOW).others(other)).hasSize(1);
            assertThat(nodes(later).others(other)).isEmpty();
            nodes(later).seen(own.node());
            assertThat(nodes(later).others(other)).hasSize(1);
        }
    }

    @Test
    void whatAKilledPredecessorHadInHandIsFreeAtOnceAndOnlyThat() throws IOException {
        nodes(NOW).seen(node("killed", "work"));
        nodes(NOW).seen(node("alive", "other"));
        Claim killed = claimed("a", "killed");
        Claim alive = claimed("b", "alive");

        start("successor", "work").close();

        assertThat(claims.holds(killed)).isFalse();
        assertThat(claims.holds(alive)).isTrue();
    }

    @Test
    void aScratchFolderIsOneNodesAlone() throws IOException {
        try (OwnNode own = start("one", "work")) {
            assertThatThrownBy(() -> start("two", "work"))
                    .isInstanceOf(NodeException.class)
                    .hasMessageContaining("atelier.node.work");
            assertThat(nodes(NOW).others(own.node())).isEmpty();
        }
        start("three", "work").close();
    }

    @Test
    void ofARoundOneNodeDoesEach() {
        Rounds one = new Rounds(sql, "one");
        Rounds other = new Rounds(sql, "other");

        assertThat(other.take("night", NOW)).isTrue();
        assertThat(one.take("night", NOW)).isFalse();
        assertThat(one.take("garbage", NOW)).isTrue();
        assertThat(one.take("night", NOW.plus(Duration.ofDays(1)))).isTrue();
    }
}
