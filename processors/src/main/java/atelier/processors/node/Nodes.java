package atelier.processors.node;

import atelier.config.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code nodes}. */
public final class Nodes {
    /** Longer than claims of a silent node stay its own. */
    private static final Duration SILENT = Duration.ofSeconds(15);

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final JdbcClient sql;
    private final Clock clock;

    public Nodes(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Says that a node is alive, and what it is. */
    public void seen(Node node) {
        sql.sql("""
                        INSERT INTO nodes (id, name, host, work, slots, readers, encoders, roles, started_at, seen_at)
                        VALUES (:id, :name, :host, :work, :slots, :readers, :encoders, :roles, :now, :now)
                        ON DUPLICATE KEY UPDATE seen_at = :now""")
                .param("id", node.id())
                .param("name", node.name())
                .param("host", node.host())
                .param("work", node.work())
                .param("slots", node.slots())
                .param("readers", node.readers())
                .param("encoders", node.encoders().stream().sorted().collect(Collectors.joining(",")))
                .param(
                        "roles",
                        node.roles().stream()
                                .sorted()
                                .map(role -> role.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(",")))
                .param("now", utc(clock.instant()))
                .update();
        sql.sql("DELETE FROM nodes WHERE seen_at < :long_ago")
                .param("long_ago", utc(clock.instant().minus(FORGOTTEN)))
                .update();
    }

    /** Forgets a node that ended. */
    public void gone(String id) {
        sql.sql("DELETE FROM nodes WHERE id = :id").param("id", id).update();
    }

    /** All nodes that were heard of within a day, the oldest first. */
    public List<SeenNode> all() {
        return sql.sql("SELECT * FROM nodes ORDER BY started_at, id")
                .query(this::map)
                .list();
    }

    /** The nodes beside that one which are alive. */
    public List<SeenNode> others(Node node) {
        return all().stream()
                .filter(SeenNode::alive)
                .filter(each -> !each.node().id().equals(node.id()))
                .toList();
    }

    /** Nodes that had the scratch folder which that one has now. They have ended, however long ago they were heard of. */
    public List<Node> predecessors(Node node) {
        return all().stream()
                .map(SeenNode::node)
                .filter(each -> !each.id().equals(node.id()))
                .filter(each -> each.host().equals(node.host()) && each.work().equals(node.work()))
                .toList();
    }

    private SeenNode map(ResultSet row, int number) throws SQLException {
        Instant seen = instant(row, "seen_at");
        Node node = new Node(
                row.getString("id"),
                row.getString("name"),
                row.getString("host"),
                row.getString("work"),
                row.getInt("slots"),
                row.getInt("readers"),
                words(row.getString("encoders"), Function.identity()),
                words(row.getString("roles"), role -> Role.valueOf(role.toUpperCase(Locale.ROOT))));
        boolean alive = seen.isAfter(clock.instant().minus(SILENT));
        return new SeenNode(node, instant(row, "started_at").toEpochMilli(), seen.toEpochMilli(), alive);
    }

    private static <T> Set<T> words(String text, Function<String, T> word) {
        return Arrays.stream(text.split(","))
                .filter(each -> !each.isEmpty())
                .map(word)
                .collect(Collectors.toSet());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static Timestamp utc(Instant instant) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
