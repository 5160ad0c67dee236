package atelier.processors.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import atelier.processors.ladder.Language;
import atelier.processors.tracks.TrackLabel.Declared;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What viewers read in a menu of tracks. */
class TrackLabelTest {
    @ParameterizedTest
    @CsvSource({
        "ger, de, Deutsch",
        "deu, de, Deutsch",
        "fre, fr, Français",
        "eng, en, English",
        "en-us, en-US, English (United States)",
        "pt_BR, pt-BR, Português (Brasil)",
        "gsw, gsw, Schwiizertüütsch"
    })
    void languagesOfFilesBecomeTheShortestTags(String declared, String tag, String name) {
        Language language = Language.of(declared).orElseThrow();
        assertThat(language.tag()).isEqualTo(tag);
        assertThat(language.ownName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "zzz", "mul-tiple-words-that-are-none", "\"\n#EXT", "123", "deutsch"})
    void whatIsNoLanguageIsNone(String declared) {
        assertThat(Language.of(declared)).isEmpty();
    }

    @Test
    void tracksOfOneLanguageAreToldApartAndThePlayerChoosesTheFirst() {
        assertThat(labels(track("deu", ""), track("eng", "English"), track("deu", "Kommentar"), track("ger", "")))
                .extracting(TrackLabel::name, label -> label.language().orElse("-"), TrackLabel::autoselect)
                .containsExactly(
                        tuple("Deutsch", "de", true),
                        tuple("English", "en", true),
                        tuple("Deutsch (Kommentar)", "de", false),
                        tuple("Deutsch 2", "de", false));
    }

    @Test
    void tracksOfWhichNothingIsKnownAreNumbered() {
        assertThat(labels(track("und", ""), track("", ""), track("", "  \n")))
                .extracting(TrackLabel::name)
                .containsExactly("Sound", "Sound 2", "Sound 3");
    }

    @Test
    void whatIsTurnedWithTheViewIsChosenByNobodyAndHasANameOfItsOwn() {
        Declared around = new Declared(Optional.of("deu"), Optional.empty(), true);
        assertThat(labels(track("deu", ""), track("deu", "ambisonic"), around))
                .extracting(TrackLabel::name, TrackLabel::autoselect, TrackLabel::ambisonic)
                .containsExactly(
                        tuple("Deutsch", true, false),
                        tuple("Deutsch (ambisonic)", false, false),
                        tuple("Deutsch (ambisonic) 2", false, true));
    }

    @Test
    void aTitleIsOneShortLine() {
        String name = labels(track("", "a\r\n#EXT-X-" + "é".repeat(500))).get(0).name();
        assertThat(name).startsWith("a #EXT-X-é").endsWith("…").hasSize(81);
    }

    private static List<TrackLabel> labels(Declared... tracks) {
        return TrackLabel.of(List.of(tracks), "Sound");
    }

    private static Declared track(String language, String title) {
        return new Declared(
                Optional.of(language).filter(each -> !each.isEmpty()),
                Optional.of(title).filter(each -> !each.isEmpty()),
                false);
    }
}
