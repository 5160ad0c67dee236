package atelier.processors.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @Test
    void theTitleIsTheLastPart() {
        assertThat(new Slug("mila/2024/sunset").title()).isEqualTo("sunset");
        assertThat(new Slug("sunset").title()).isEqualTo("sunset");
    }

    @Test
    void oneNameHasOneSpelling() {
        assertThat(new Slug("mila/e\u0301te\u0301")).isEqualTo(new Slug("mila/été"));
        assertThat(new Slug("mila / sunset ")).isEqualTo(new Slug("mila/sunset"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-rf", "a b", "été", "日没", "a@b", "a:b", "100%", "name.", "a?b#c", "family 👨‍👩‍👧"})
    void oddButHarmlessNamesAreKept(String name) {
        assertThat(new Slug(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                "a/ /b",
                ".",
                "..",
                "a/../b",
                ".hidden",
                "a/.b",
                "a\nb",
                "a\tb",
                "a\0b",
                "a\\b",
                "a\u007Fb",
                "a\u2028b",
                "a\u202Eb",
                "a\uFFFDb",
                "a\uD800b"
            })
    void namesThatCouldDoHarmAreRefused(String name) {
        assertThatThrownBy(() -> new Slug(name)).isInstanceOf(InvalidSlugException.class);
    }

    @Test
    void aPartHasAtMost200Bytes() {
        assertThat(new Slug("é".repeat(100)).value()).hasSize(100);
        assertThatThrownBy(() -> new Slug("é".repeat(100) + "e"))
                .isInstanceOf(InvalidSlugException.class)
                .hasMessageContaining("201 bytes");
    }

    @Test
    void theWholeHasAtMost700Characters() {
        String folders = (("x".repeat(99)) + "/").repeat(6);
        assertThat(new Slug(folders + "x".repeat(100)).value()).hasSize(700);
        assertThatThrownBy(() -> new Slug(folders + "x".repeat(101))).hasMessageContaining("700 characters");
    }

    @Test
    void aRefusalSaysWhatToDoAndRepeatsNothingHarmful() {
        assertThatThrownBy(() -> new Slug("a\u001b[31m\nb")).isInstanceOfSatisfying(InvalidSlugException.class, e -> {
            assertThat(e.rejection().problem()).startsWith("\"a?[31m?b\"");
            assertThat(e.rejection().remedy()).startsWith("Rename");
        });
    }
}
