package atelier.processors.batch;

import static atelier.processors.batch.Library.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.HandClock;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.store.StoreException;
import atelier.processors.store.WatchedStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who needs an output while it is collected gets it whole, or makes it: never an output that is said to be made and is gone. */
class GarbageRaceTest {
    private static final String OUTPUT = fingerprint("a");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Clock.systemUTC().instant());
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private Library library;
    private Artwork artwork;
    private Instant before;

    @BeforeEach
    void makeWhatNobodyNeeds() {
        library = new Library(folder, clock);
        artwork = library.artwork("mila/sunset");
        library.outputs.want(OUTPUT, "VIDEO");
        library.make(OUTPUT, 0);
        clock.advance(Duration.ofDays(8));
        before = clock.instant();
        clock.advance(Duration.ofDays(1));
    }

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    private boolean isStored() {
        return library.isStored(MediaAddress.init(OUTPUT));
    }

    /** What a planner does, without ending its transaction. */
    private void planThen(Runnable meanwhile) {
        library.transactions.executeWithoutResult(status -> {
            library.plan(artwork, OUTPUT);
            meanwhile.run();
        });
    }

    private static void isHeldUp(Future<?> task) {
        assertThatThrownBy(() -> task.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void whatIsPlannedFirstStaysMade() throws Exception {
        CompletableFuture<Future<Boolean>> collection = new CompletableFuture<>();
        planThen(() -> {
            collection.complete(
                    other.submit(() -> library.garbageOutputs(library.store).remove(OUTPUT, before)));
            isHeldUp(collection.join());
        });

        assertThat(collection.get().get()).isFalse();
        assertThat(library.isMade(OUTPUT)).isTrue();
        assertThat(library.check().check(OUTPUT, true)).isEmpty();
    }

    @Test
    void whatIsPlannedBetweenTheTwoStepsIsMadeAgain() {
        GarbageOutputs garbage = library.garbageOutputs(library.store);
        assertThat(garbage.forget(OUTPUT, before)).isTrue();

        library.plan(artwork, OUTPUT);

        assertThat(garbage.removeForgotten(OUTPUT, before)).isFalse();
        assertThat(library.outputs.find(OUTPUT).orElseThrow().state()).isEqualTo("wanted");
        library.make(OUTPUT, 0);
        assertThat(garbage.removeForgotten(OUTPUT, before)).isFalse();
        assertThat(library.check().check(OUTPUT, true)).isEmpty();
    }

    @Test
    void whoPlansWhileTheFilesGoWaitsAndThenMakesIt() throws Exception {
        CompletableFuture<Future<?>> planning = new CompletableFuture<>();
        var watched = new WatchedStore(library.store, new WatchedStore.Watcher() {
            @Override
            public void removes(String key) {
                planning.complete(other.submit(() -> library.plan(artwork, OUTPUT)));
                isHeldUp(planning.join());
            }
        });

        assertThat(library.garbageOutputs(watched).remove(OUTPUT, before)).isTrue();

        planning.get().get();
        assertThat(isStored()).isFalse();
        assertThat(library.outputs.find(OUTPUT).orElseThrow().state()).isEqualTo("wanted");
        assertThat(library.artworks.needing(OUTPUT)).containsExactly(artwork.id());
    }

    @Test
    void whoeverComesFirstNothingIsSaidToBeMadeThatIsGone() throws Exception {
        for (int round = 0; round < 30; round++) {
            String each = fingerprint("f" + round);
            library.outputs.want(each, "VIDEO");
            library.make(each, 0);
            clock.advance(Duration.ofDays(1));
            CyclicBarrier together = new CyclicBarrier(2);
            Future<?> planning = other.submit(() -> {
                together.await();
                return library.plan(artwork, each);
            });
            together.await();
            library.garbageOutputs(library.store).remove(each, clock.instant());
            planning.get();
            if (library.isMade(each)) {
                assertThat(library.check().check(each, true)).isEmpty();
            } else {
                assertThat(library.outputs.find(each).orElseThrow().state()).isEqualTo("wanted");
            }
        }
    }

    @Test
    void aCollectionThatIsCutOffIsDoneByTheNext() {
        var cutOff = new WatchedStore(library.store, new WatchedStore.Watcher() {
            @Override
            public void removes(String key) {
                library.store.delete(MediaAddress.init(OUTPUT));
                throw new StoreException("cut off", new IllegalStateException());
            }
        });

        assertThatThrownBy(() -> library.garbageOutputs(cutOff).remove(OUTPUT, before))
                .hasMessage("cut off");
        assertThat(library.isMade(OUTPUT)).as("half of it is gone").isFalse();

        assertThat(library.garbage(Duration.ofDays(1)).collect(false).outputs()).isEqualTo(1);
        assertThat(folder.resolve(MediaAddress.ofOutput(OUTPUT))).doesNotExist();
        assertThat(library.outputs.find(OUTPUT)).isEmpty();
    }

    @Test
    void whoWantsWhatAnUnknownFolderIsNamedForWaitsUntilItIsGone() throws Exception {
        String unknown = fingerprint("c");
        library.store.put(MediaAddress.init(unknown), new byte[7]);
        CompletableFuture<Future<?>> planning = new CompletableFuture<>();
        var watched = new WatchedStore(library.store, new WatchedStore.Watcher() {
            @Override
            public void removes(String key) {
                planning.complete(other.submit(() -> library.plan(artwork, unknown)));
                isHeldUp(planning.join());
            }
        });

        assertThat(library.garbageFolders(watched).removeOutput(unknown)).isTrue();

        planning.get().get();
        assertThat(library.isStored(MediaAddress.init(unknown))).isFalse();
        assertThat(library.outputs.find(unknown).orElseThrow().state()).isEqualTo("wanted");
        assertThat(library.garbageFolders(library.store).removeOutput(unknown))
                .as("now it has a row")
                .isFalse();
    }

    @Test
    void anEditionIsNotCollectedWhileItsArtworkIsPublished() throws Exception {
        var plan = library.plan(artwork, OUTPUT);
        library.edition(artwork, plan, "sealed");
        library.edition(artwork, plan, "sealed");
        clock.advance(Duration.ofDays(8));
        CompletableFuture<Future<GarbageReport>> collection = new CompletableFuture<>();
        library.transactions.executeWithoutResult(status -> {
            library.artworks.lock(artwork.id());
            collection.complete(
                    other.submit(() -> library.garbage(Duration.ofDays(1)).collect(false)));
            isHeldUp(collection.join());
        });

        assertThat(collection.get().get().editions()).isEqualTo(1);
    }
}
