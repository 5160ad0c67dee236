package atelier.processors.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Home;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Overrides;
import atelier.processors.catalog.Spheres;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.catalog.embedded.DatabaseForTests;
import atelier.processors.ingest.InboxFile.SourceFile;
import atelier.processors.sources.FolderSources;
import atelier.processors.sources.SourcesAwayException;
import atelier.processors.store.Presence;
import atelier.processors.work.JobQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes that watch the same inbox. */
class TwoWatchersTest {
    @TempDir
    Path folder;

    private final DataSource database = DatabaseForTests.freshCatalogue();
    private final JdbcClient sql = JdbcClient.create(database);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final List<String> jobs = new ArrayList<>();

    private IngestStep watcher(Home home, TransactionOperations transactions) {
        JobQueue queue = (JobQueue) Proxy.newProxyInstance(
                JobQueue.class.getClassLoader(), new Class<?>[] {JobQueue.class}, (proxy, method, arguments) -> {
                    jobs.add(method.getName());
                    return null;
                });
        Clock clock = Clock.systemUTC();
        return new IngestStep(
                home,
                new FolderSources(home),
                new Artworks(sql, clock),
                new VideoFormats(sql, clock),
                new Inputs(sql, clock),
                new Overrides(sql, clock),
                new DetailsAhead(new Spheres(sql)),
                queue,
                transactions,
                clock);
    }

    /** Lets another watcher take the file when this one has given it a name among the sources, and not recorded it yet. */
    private record Slow(TransactionOperations transactions, IngestStep quicker, SourceFile file)
            implements TransactionOperations {
        @Override
        public <T> T execute(TransactionCallback<T> work) {
            try {
                quicker.take(file, Optional.empty());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return transactions.execute(work);
        }
    }

    @Test
    void takeAFileOnce() throws Exception {
        Home home = new Home(folder);
        home.create();
        SourceFile file = dropped(home, "sunset.mp4");
        IngestStep quicker = watcher(home, transactions);

        Delivery delivery = watcher(home, new Slow(transactions, quicker, file)).take(file, Optional.empty());

        assertThat(delivery).isInstanceOf(Delivery.Known.class);
        assertThat(jobs).containsOnlyOnce("read");
        assertThat(file.path()).doesNotExist();
        try (Stream<Path> kept = Files.walk(home.sources()).filter(Files::isRegularFile)) {
            assertThat(kept).singleElement().satisfies(each -> assertThat(each).hasContent("a film"));
        }
    }

    @Test
    void leaveAFileWhereItIsWhileItsPlaceIsNotMounted() throws Exception {
        Home home = new Home(folder);
        home.create();
        Path mark = Files.createFile(home.sources().resolve(Presence.MARK));
        IngestStep watcher = watcher(home, transactions);
        watcher.take(dropped(home, "tide.mp4"), Optional.empty());
        SourceFile file = dropped(home, "sunset.mp4");
        Files.delete(mark);

        assertThatThrownBy(() -> watcher.take(file, Optional.empty())).isInstanceOf(SourcesAwayException.class);

        assertThat(file.path()).hasContent("a film");
        assertThat(home.sources().resolve("sunset")).doesNotExist();
    }

    private static SourceFile dropped(Home home, String name) throws IOException {
        Path file = Files.writeString(home.inbox().resolve(name), "a film");
        return (SourceFile) InboxFile.parse(home.inbox(), file, Set.of());
    }
}
