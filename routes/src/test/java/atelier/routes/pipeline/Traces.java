package atelier.routes.pipeline;

import static org.awaitility.Awaitility.await;

import atelier.config.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What work leaves behind: files and folders of the home, and rows. */
final class Traces {
    private static final List<String> FOLDERS = List.of("inbox", "sources", "store", "work");
    private static final List<String> TABLES = List.of(
            "read_jobs", "encode_jobs", "outputs", "segments", "chunks", "plans", "rendition_chunks", "editions");
    private static final String BUSY = "SELECT (SELECT COUNT(*) FROM read_jobs) + (SELECT COUNT(*) FROM encode_jobs)"
            + " + (SELECT COUNT(*) FROM artworks WHERE wanted_version > published_version AND state <> 'failed')";

    private final Home home;
    private final JdbcClient sql;

    Traces(Home home, JdbcClient sql) {
        this.home = home;
        this.sql = sql;
    }

    /** All there is, once nothing is being worked on. */
    Set<String> atRest() {
        return atRest(Duration.ofSeconds(90));
    }

    /** The same with another patience. */
    Set<String> atRest(Duration patience) {
        await("all jobs are done").atMost(patience).until(() -> count(BUSY) == 0);
        Set<String> all = new TreeSet<>();
        FOLDERS.forEach(folder -> all.addAll(below(folder)));
        TABLES.forEach(table -> all.add(table + ": " + count("SELECT COUNT(*) FROM " + table)));
        return all;
    }

    private Set<String> below(String folder) {
        try (Stream<Path> paths = Files.walk(home.resolve(folder))) {
            return new TreeSet<>(paths.map(home::relative).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
