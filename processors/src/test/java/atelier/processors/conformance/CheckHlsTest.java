package atelier.processors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.publish.EditionForTests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckHlsTest {
    private static final String EDITION = "media/mila/sunset é/editions/1/master.m3u8";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "media",
                "media/mila",
                "media/mila/sunset é",
                "media/mila/sunset é/current.json",
                "media/mila/sunset é/editions/1",
                "media/mila/sunset é/editions/1/master.m3u8"
            })
    void anEditionIsFoundByAnyFolderAboveIt(String place) throws IOException {
        EditionForTests edition = EditionForTests.sealed(folder);
        assertThat(check(edition.folder().resolve(place).toString())).isZero();
        assertThat(printed()).isEqualTo(EDITION + ": conforms (5 renditions, 12 segments)\n");
    }

    @Test
    void aRuleThatIsBrokenIsPrintedWithItsPlaceAndTheCommandFails() throws IOException {
        EditionForTests edition = EditionForTests.sealed(folder);
        Files.delete(edition.segment("AUDIO", 2));
        assertThat(check(edition.folder().toString())).isEqualTo(1);
        assertThat(printed().lines())
                .containsExactly(
                        EDITION + ": 1 rules broken (5 renditions, 8 segments)",
                        "  RESOLVES (6.2.1)",
                        "    place     media/mila/sunset é/editions/1/AUDIO.m3u8:13",
                        "    found     no " + edition.folder().relativize(edition.segment("AUDIO", 2))
                                + ", or an empty one",
                        "    required  every URI leads to something that is there and not empty");
    }

    @Test
    void whatIsNoEditionIsToldAndTheCommandFails() throws IOException {
        assertThat(check(folder.toString())).isEqualTo(1);
        assertThat(printed()).contains("could not be checked", "no folder above it has the folders media and chunks");
        assertThat(check(folder.resolve("none").toString())).isEqualTo(1);
        assertThat(printed()).contains("there is no " + folder.resolve("none"));
        assertThat(check("http://127.0.0.1:1/")).isEqualTo(1);
        assertThat(check()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/mila/sunset%20%C3%A9",
                "/media/mila/sunset%20%C3%A9/master.m3u8",
                "/media/mila/sunset%20%C3%A9/editions/1",
                "/media/mila/sunset%20%C3%A9/editions/1/master.m3u8"
            })
    void anEditionIsCheckedAsItIsServed(String place) throws IOException {
        EditionForTests edition = EditionForTests.sealed(folder);
        try (FolderServer server = new FolderServer(edition.folder())) {
            assertThat(check(server.address() + place)).isZero();
            assertThat(printed()).isEqualTo(EDITION + ": conforms (5 renditions, 12 segments)\n");
            Files.delete(edition.segment("HD", 1));
            assertThat(check(server.address() + place)).isEqualTo(1);
        }
    }

    @Test
    void whatIsListedBeforeItIsMadeIsWaitedForAndMayHaveAnInitSegmentForEachOutput() throws IOException {
        EditionForTests edition = whole();
        String late = edition.folder().relativize(edition.segment("HD", 3)).toString();
        try (FolderServer server = new FolderServer(edition.folder(), late)) {
            for (String end : List.of("", "/", "/master.m3u8")) {
                assertThat(check(server.address() + "/whole/mila/sunset%20%C3%A9/7" + end))
                        .isZero();
            }
            assertThat(printed().lines())
                    .hasSize(3)
                    .containsOnly("whole/mila/sunset é/7/master.m3u8: conforms (3 renditions, 12 segments)");
        }
    }

    @Test
    void anInitSegmentOfAnotherTrackBehindTheFirstIsFound() throws IOException {
        EditionForTests edition = whole();
        Path playlist = edition.folder().resolve("whole/mila/sunset é/7/HD.m3u8");
        String sound = edition.folder().relativize(edition.init("AUDIO", 0)).toString();
        Files.writeString(
                playlist,
                Files.readString(playlist).replaceFirst("(?s)(.*URI=\").*?(\")", "$1../../../../" + sound + "$2"));
        try (FolderServer server = new FolderServer(edition.folder())) {
            assertThat(check(server.address() + "/whole/mila/sunset%20%C3%A9/7"))
                    .isEqualTo(1);
            assertThat(printed()).contains("SAME_MAP", "whole/mila/sunset é/7/HD.m3u8:");
        }
    }

    /** The whole form of an edition: its playlists at another address, where each output brings its init segment. */
    private EditionForTests whole() throws IOException {
        EditionForTests edition = EditionForTests.growing(folder, 4);
        Path place = Files.createDirectories(edition.folder().resolve("whole/mila/sunset é/7"));
        for (String name : List.of("master", "SD", "HD", "AUDIO", "TEXT")) {
            Path from = edition.folder().resolve(edition.playlist(name + ".m3u8"));
            String text = Files.readString(from).replace("../../../../../", "../../../../");
            Files.writeString(place.resolve(name + ".m3u8"), text);
        }
        Path playlist = place.resolve("HD.m3u8");
        String init = edition.folder().relativize(edition.init("HD", 2)).toString();
        String second = "#EXT-X-MAP:URI=\"../../../../" + init + "\"\n";
        Files.writeString(
                playlist,
                Files.readString(playlist).replaceFirst("(?s)(.*00001\\.m4s\n)(#EXTINF)", "$1" + second + "$2"));
        return edition;
    }

    private int check(String... places) {
        return new CheckHls(new PrintStream(printed, true, StandardCharsets.UTF_8)).check(List.of(places));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
