package atelier.processors.batch;

import static atelier.processors.batch.Library.fingerprint;
import static atelier.processors.batch.Library.playlist;
import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.HandClock;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.MediaAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store holds and the catalogue does not know. */
class GarbageFoldersTest {
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final String MADE = fingerprint("a");
    private static final String UNKNOWN = fingerprint("c");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Clock.systemUTC().instant());
    private Library library;
    private Artwork artwork;

    @BeforeEach
    void publish() {
        library = new Library(folder, clock);
        artwork = library.artwork("mila/sunset");
        var plan = library.plan(artwork, MADE);
        library.make(MADE, 0);
        library.edition(artwork, plan, "sealed");
    }

    private GarbageReport collect(boolean dryRun) {
        return library.garbage(RETENTION).collect(dryRun);
    }

    @Test
    void aFolderThatNoRowNamesGoesWhenItIsOld() {
        library.store.put(MediaAddress.init(UNKNOWN), new byte[7]);

        assertThat(collect(false).items()).isEmpty();
        clock.advance(RETENTION.plusHours(1));
        assertThat(collect(true).items())
                .containsExactly(
                        new GarbageItem("folder", MediaAddress.ofOutput(UNKNOWN), 7, "the catalogue does not know it"));
        assertThat(library.isStored(MediaAddress.init(UNKNOWN))).isTrue();

        assertThat(collect(false).bytes()).isEqualTo(7);

        assertThat(folder.resolve(MediaAddress.ofOutput(UNKNOWN))).doesNotExist();
        assertThat(library.outputs.find(UNKNOWN)).isEmpty();
        assertThat(library.check().check(MADE, true)).isEmpty();
    }

    @Test
    void whatIsBeingMadeIsKnownHoweverOldItIs() {
        library.plan(artwork, MADE, UNKNOWN);
        library.store.put(MediaAddress.init(UNKNOWN), new byte[7]);
        clock.advance(RETENTION.plusHours(1));

        collect(false);

        assertThat(library.isStored(MediaAddress.init(UNKNOWN))).isTrue();
    }

    @Test
    void theStoreOfAnotherCatalogueIsLeftAlone() {
        library.store.put(MediaAddress.init(UNKNOWN), new byte[7]);
        library.store.put(MediaAddress.init(fingerprint("d")), new byte[7]);
        clock.advance(RETENTION.plusHours(1));

        GarbageReport report = collect(false);

        assertThat(report.items()).isEmpty();
        assertThat(report.warning().orElseThrow()).contains("2 outputs", "another catalogue");
        assertThat(library.isStored(MediaAddress.init(UNKNOWN))).isTrue();
    }

    @Test
    void playlistsOfAnEditionThatNoRowNamesGoWhenTheyAreOld() {
        library.store.put(playlist(artwork, 7), new byte[9]);
        clock.advance(RETENTION.plusHours(1));

        assertThat(collect(false).bytes()).isEqualTo(9);

        assertThat(library.isStored(playlist(artwork, 7))).isFalse();
        assertThat(library.isStored(playlist(artwork, 1))).isTrue();
    }

    @Test
    void anArtworkThatIsNamedLikeAnEditionLosesNothing() {
        Artwork odd = library.artwork("mila/sunset/editions/7");
        library.store.put(playlist(odd, 1), new byte[9]);
        clock.advance(RETENTION.plusHours(1));

        collect(false);

        assertThat(library.isStored(playlist(odd, 1)))
                .as("not below mila/sunset")
                .isFalse();
        library.store.put(playlist(odd, 1), new byte[9]);
        library.edition(odd, library.plan(odd, MADE), "sealed");
        collect(false);
        assertThat(library.isStored(playlist(odd, 1))).isTrue();
    }

    @Test
    void otherThingsInTheStoreAreNobodysBusiness() {
        library.store.put("chunks/readme/note", new byte[9]);
        library.store.put("media/elsewhere/editions/1/HD.m3u8", new byte[9]);
        clock.advance(RETENTION.plusHours(1));

        assertThat(collect(false).items()).isEmpty();
    }
}
