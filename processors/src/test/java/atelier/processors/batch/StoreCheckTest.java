package atelier.processors.batch;

import static atelier.processors.batch.Library.fingerprint;
import static atelier.processors.batch.Library.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.HandClock;
import atelier.processors.batch.StoreCheck.Mended;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Edition;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.store.Damage;
import atelier.processors.store.StoreException;
import atelier.processors.store.WatchedStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store lacks is found, and made again. */
class StoreCheckTest {
    private static final String ONE = fingerprint("1");
    private static final String OTHER = fingerprint("2");

    @TempDir
    Path folder;

    private Library library;
    private Artwork artwork;
    private Edition edition;

    @BeforeEach
    void publish() {
        library = new Library(folder, new HandClock(Clock.systemUTC().instant()));
        artwork = library.artwork("mila/sunset");
        var plan = library.plan(artwork, ONE, OTHER);
        library.make(ONE, 0, 90_000);
        library.make(OTHER, 0);
        edition = library.edition(artwork, plan, "sealed");
        library.artworks.published(artwork.id());
    }

    private void flip(String key) {
        byte[] content = "segment 0 of ".getBytes(StandardCharsets.UTF_8);
        byte[] other = new byte[Math.toIntExact(library.store.size(key).orElseThrow())];
        System.arraycopy(content, 0, other, 0, content.length);
        library.store.put(key, other);
    }

    private boolean waitsForPublishing() {
        return library.artworks.waitingForPublishing(10).contains(artwork.id());
    }

    @Test
    void whatIsWholeHasNoDamage() {
        assertThat(library.check().check(ONE, true)).isEmpty();
        assertThat(library.check().check(fingerprint("never"), true)).isEmpty();
        assertThat(library.check().mend(ONE)).isEqualTo(Mended.NOTHING);
        assertThat(library.isMade(ONE)).isTrue();
    }

    @Test
    void aFileThatIsMissingOrHasAnotherSizeIsFoundAtOnce() {
        library.store.delete(segment(ONE, 90_000, 1));
        library.store.put(MediaAddress.init(ONE), new byte[3]);

        assertThat(library.check().check(ONE, false))
                .containsExactlyInAnyOrder(
                        new Damage.Missing(segment(ONE, 90_000, 1)),
                        new Damage.WrongSize(MediaAddress.init(ONE), 72, 3));
    }

    @Test
    void otherContentOfTheSameSizeIsFoundByAThoroughCheck() {
        flip(segment(ONE, 0, 1));

        assertThat(library.check().check(ONE, false)).isEmpty();
        assertThat(library.check().check(ONE, true)).containsExactly(new Damage.WrongContent(segment(ONE, 0, 1)));
    }

    @Test
    void whatWasStoredBeforeThereWereHashesIsCheckedByItsSize() {
        library.sql.sql("UPDATE segments SET sha256 = NULL").update();
        library.sql
                .sql("UPDATE outputs SET file_sha256 = NULL, file_bytes = NULL")
                .update();
        flip(segment(ONE, 0, 0));

        assertThat(library.check().check(ONE, true)).isEmpty();
        library.store.delete(MediaAddress.init(ONE));
        assertThat(library.check().check(ONE, true)).containsExactly(new Damage.Missing(MediaAddress.init(ONE)));
    }

    @Test
    void aDamagedOutputIsWantedAgainAndItsEditionStays() {
        flip(segment(OTHER, 0, 1));

        assertThat(library.check().mend(OTHER)).isEqualTo(Mended.OUTPUT);

        assertThat(library.outputs.find(OTHER).orElseThrow().state()).isEqualTo("wanted");
        assertThat(library.isStored(segment(OTHER, 0, 1))).isFalse();
        assertThat(library.isStored(segment(OTHER, 0, 0)))
                .as("players go on with what is whole")
                .isTrue();
        assertThat(library.editions.listed(edition.id(), "HD")).isEqualTo(4);
        assertThat(library.artworks.needing(OTHER)).containsExactly(artwork.id());

        library.make(OTHER, 0);
        assertThat(library.check().check(OTHER, true)).isEmpty();
    }

    @Test
    void theRenditionsOfEveryArtworkThatHasItAreHashedAgain() {
        Artwork sharing = library.artwork("mila/copy");
        library.plan(sharing, OTHER);
        complete(artwork, sharing);
        library.store.delete(segment(OTHER, 0, 1));

        library.check().mend(OTHER);

        assertThat(formats(artwork, sharing)).containsExactly("HD ready", "SD complete", "HD ready", "SD complete");
    }

    @Test
    void theSoundIsInTheFileOfEachRendition() {
        library.sql
                .sql("UPDATE outputs SET kind = 'AUDIO' WHERE fingerprint = ?")
                .params(OTHER)
                .update();
        complete(artwork);
        library.store.delete(segment(OTHER, 0, 1));

        library.check().mend(OTHER);

        assertThat(formats(artwork)).containsExactly("HD ready", "SD ready");
    }

    private void complete(Artwork... artworks) {
        for (Artwork each : artworks) {
            for (String type : List.of("HD", "SD")) {
                long format = library.formats.findOrCreate(each.id(), type);
                library.formats.complete(format, "ab".repeat(32), 1);
            }
        }
    }

    private List<String> formats(Artwork... artworks) {
        return Stream.of(artworks)
                .flatMap(each -> library.formats.of(each.id()).stream())
                .filter(each -> !each.formatType().equals("SOURCE"))
                .map(each -> each.formatType() + " " + each.state())
                .toList();
    }

    @Test
    void smallPicturesThatAreLostAreMadeAgainAndNothingElseIs() {
        library.store.put(MediaAddress.sheet(ONE), new byte[7]);
        library.files.sheet(ONE, 7);
        assertThat(library.check().check(ONE, true)).isEmpty();
        library.store.delete(MediaAddress.sheet(ONE));

        assertThat(library.check().check(ONE, false)).containsExactly(new Damage.Missing(MediaAddress.sheet(ONE)));
        assertThat(library.check().mend(ONE)).isEqualTo(Mended.SHEET);

        assertThat(library.remade).containsExactly(ONE);
        assertThat(library.isMade(ONE)).isTrue();
        assertThat(library.outputs.placements(ONE)).hasSize(2);
    }

    @Test
    void smallPicturesThatAreLostWithMoreComeBackWithAllThatIsMadeAgain() {
        library.files.sheet(OTHER, 7);
        flip(segment(OTHER, 0, 1));

        assertThat(library.check().mend(OTHER)).isEqualTo(Mended.OUTPUT);

        assertThat(library.remade).isEmpty();
    }

    @Test
    void aDamagedCopyIsPlacedAgainWithoutAnEncode() {
        flip(segment(ONE, 90_000, 0));

        assertThat(library.check().mend(ONE)).isEqualTo(Mended.PLACEMENTS);

        assertThat(library.isMade(ONE)).isTrue();
        assertThat(library.outputs.placements(ONE)).containsExactly(0L);
        assertThat(library.isStored(segment(ONE, 90_000, 0))).isFalse();
        assertThat(waitsForPublishing()).as("that places it").isTrue();
        assertThat(library.check().check(ONE, true)).isEmpty();
    }

    @Test
    void whereEveryCopyIsDamagedTheOutputIsMadeAgain() {
        flip(segment(ONE, 90_000, 0));
        library.store.delete(segment(ONE, 0, 1));

        assertThat(library.check().mend(ONE)).isEqualTo(Mended.OUTPUT);

        assertThat(library.outputs.placements(ONE)).isEmpty();
    }

    @Test
    void withAnEmptyStoreEverythingIsWantedAgain() {
        library.store.deleteAll("chunks");

        for (String each : List.of(ONE, OTHER)) {
            assertThat(library.check().mend(each)).isEqualTo(Mended.OUTPUT);
        }

        assertThat(library.stored.made(List.of(ONE, OTHER))).isEmpty();
        assertThat(library.planned.of(edition.planId()))
                .allMatch(each -> each.state().equals("wanted"));
    }

    @Test
    void whatIsMadeAgainWhileItIsCheckedIsLeftAlone() {
        library.store.delete(MediaAddress.init(OTHER));
        AtomicBoolean once = new AtomicBoolean();
        var remade = new WatchedStore(library.store, new WatchedStore.Watcher() {
            @Override
            public void reads(String key) {
                // The init segment has been missed, and the row is not locked yet.
                if (key.equals(segment(OTHER, 0, 0)) && !once.getAndSet(true)) {
                    library.files.unmake(OTHER);
                    library.make(OTHER, 0);
                }
            }
        });

        assertThat(library.check(remade).mend(OTHER)).isEqualTo(Mended.NOTHING);
        assertThat(once).isTrue();
        assertThat(library.isMade(OTHER)).isTrue();
    }

    @Test
    void whatAWorkerHasInHandIsLeftForTheNextTime() {
        library.store.delete(segment(OTHER, 0, 1));
        library.sql
                .sql("INSERT INTO encode_jobs (task_name, task_instance, picked, version) VALUES ('encode', ?, 1, 1)")
                .params(OTHER)
                .update();

        assertThat(library.check().mend(OTHER)).isEqualTo(Mended.NOTHING);
        assertThat(library.isMade(OTHER)).isTrue();
    }

    @Test
    void mendingThatIsCutOffIsDoneByTheNextCheck() {
        flip(segment(OTHER, 0, 0));
        library.store.delete(segment(OTHER, 0, 1));
        var cutOff = new WatchedStore(library.store, new WatchedStore.Watcher() {
            @Override
            public void removes(String key) {
                if (key.equals(segment(OTHER, 0, 1))) {
                    throw new StoreException("cut off", new IllegalStateException());
                }
            }
        });

        assertThatThrownBy(() -> library.check(cutOff).mend(OTHER)).hasMessage("cut off");
        assertThat(library.isStored(segment(OTHER, 0, 0))).isFalse();
        assertThat(library.check().check(OTHER, false)).hasSize(2);

        assertThat(library.check().mend(OTHER)).isEqualTo(Mended.OUTPUT);
    }

    @Test
    void aStoreThatDoesNotAnswerIsNoDamage() {
        var away = new WatchedStore(library.store, new WatchedStore.Watcher() {
            @Override
            public void reads(String key) {
                throw new StoreException("away", new IllegalStateException());
            }
        });

        assertThatThrownBy(() -> library.check(away).mend(ONE)).hasMessage("away");
        assertThat(library.isMade(ONE)).isTrue();
    }
}
