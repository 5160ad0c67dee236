package atelier.processors.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.installation.Installation.Item;
import atelier.processors.installation.Installation.Montage;
import atelier.processors.installation.Installation.Track;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationReaderTest {
    private static Installation read(String json) {
        return new InstallationReader().read("foyer", json.getBytes(StandardCharsets.UTF_8));
    }

    private static String withItem(String item) {
        return "{\"montages\": [{\"tracks\": [{\"items\": [{\"slug\": \"a\"}, " + item + "]}]}]}";
    }

    @Test
    void allThatAPlaylistSaysIsRead() {
        assertThat(read("""
                        {"name": "foyer", "title": " Foyer ", "loop": false, "autostart": false, "montages": [{"title": "Dawn",
                          "tracks": [{"items": [{"slug": "mila/sunset", "from": 1.5, "until": 4, "mute": true}]}]}]}"""))
                .isEqualTo(new Installation(
                        "foyer",
                        "Foyer",
                        false,
                        false,
                        List.of(new Montage(
                                "Dawn",
                                List.of(new Track(List.of(new Item(
                                        "mila/sunset", OptionalDouble.of(1.5), OptionalDouble.of(4), true))))))));
    }

    @Test
    void whatIsLeftOutLoopsAndStartsByItselfWithSound() {
        assertThat(read("{\"montages\": [{\"tracks\": [{\"items\": [{\"slug\": \"a\", \"until\": null}]}]}]}"))
                .isEqualTo(new Installation(
                        "foyer",
                        "foyer",
                        true,
                        true,
                        List.of(new Montage(
                                "",
                                List.of(new Track(List.of(
                                        new Item("a", OptionalDouble.empty(), OptionalDouble.empty(), false))))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"slug\": \"b\", \"from\": 5, \"until\": 5} | items[1].until",
                "{\"slug\": \"b\", \"from\": -1} | items[1].from",
                "{\"slug\": \"b\", \"until\": 1e99} | items[1].until",
                "{\"slug\": \"b\", \"from\": \"1\"} | items[1].from",
                "{\"slug\": \"../b\"} | items[1].slug",
                "{\"from\": 1} | items[1].slug",
                "{\"slug\": \"b\", \"mute\": 1} | items[1].mute",
                "{\"slug\": \"b\", \"unitl\": 1} | items[1]",
                "7 | items[1]"
            })
    void whatIsWrongWithAnItemIsSaidWithItsPlace(String item, String place) {
        assertThatThrownBy(() -> read(withItem(item)))
                .isInstanceOf(InstallationRefusedException.class)
                .hasMessageContaining("\"montages[0].tracks[0]." + place + "\"")
                .hasMessageContaining("Nothing was saved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{} {}",
                "{\"montages\": []}",
                "{\"montages\": [{\"tracks\": []}]}",
                "{\"montages\": [{\"tracks\": [{\"items\": []}]}]}",
                "{\"name\": \"other\"}",
                "{\"title\": \"a\\nb\"}",
                "{\"title\": \" \", \"montages\": [{\"tracks\": [{\"items\": [{\"slug\": \"a\"}]}]}]}",
                "{\"loop\": true, \"loop\": false}",
                "[[[[[[[[[[[[[[1]]]]]]]]]]]]]]"
            })
    void whatIsNoPlaylistIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InstallationRefusedException.class);
    }

    @Test
    void aPlaylistOfTooManyItemsIsRefused() {
        String track = "{\"items\": [" + "{\"slug\": \"a\"},".repeat(1999) + "{\"slug\": \"a\"}]}";

        assertThat(read("{\"montages\": [{\"tracks\": [" + track + "]}]}").items())
                .isEqualTo(2000);
        assertThatThrownBy(() -> read("{\"montages\": [{\"tracks\": [" + track + "," + track + "]}]}"))
                .hasMessageContaining("more than 2000 items");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a/b", "..", "a b", "ä"})
    void aNameIsWhatAnAddressCanHave(String name) {
        assertThat(new InstallationReader().isName(name)).isFalse();
        assertThat(new InstallationReader().isName("a" + "b".repeat(63))).isTrue();
        assertThat(new InstallationReader().isName("a" + "b".repeat(64))).isFalse();
    }
}
