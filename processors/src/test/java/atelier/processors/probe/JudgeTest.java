package atelier.processors.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ingest.Rejection;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    @Test
    void audioWithACoverIsNotAFilm() {
        assertRefused(
                () -> judge(Recorded.text("audio-with-cover.json")),
                "The file is audio only: it has 1 audio stream (aac) and no video but a cover.",
                "Export it together with its video, and deliver that.");
    }

    @Test
    void anEncryptedFilmIsRefused() {
        for (String name : new String[] {"encrypted.json", "protected.json"}) {
            assertThatThrownBy(() -> judge(Recorded.text(name)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("encrypted");
        }
    }

    @Test
    void anUnknownCodecIsRefusedByItsName() {
        String json = Recorded.text("protected.json").replace("drmi", "XVC9");
        assertRefused(
                () -> judge(json),
                "The video is in a codec that cannot be decoded here, \"XVC9\".",
                "Export it as ProRes, DNxHR, H.264 or HEVC, and deliver that.");
    }

    @Test
    void aPictureIsNotAFilm() {
        String json = Recorded.text("upright.json").replace("\"isom\"", "\"heic\"");
        assertThatThrownBy(() -> judge(json)).hasMessageContaining("is a picture");
    }

    @Test
    void aFileWithoutStreamsHasNoVideo() {
        assertThatThrownBy(() -> judge("{\"streams\": [], \"format\": {}}")).hasMessageContaining("no video in it");
        assertThatThrownBy(() -> judge("{}")).hasMessageContaining("no video in it");
    }

    @ParameterizedTest
    @CsvSource({"0, 180", "320, 0", "-5, 180", "99999999999, 180"})
    void aFilmWithoutASizeIsRefused(String width, String height) {
        assertThatThrownBy(() -> judge(sized(width, height, "1:1")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("does not say how large");
    }

    @ParameterizedTest
    @CsvSource({
        "16385, 100, 1:1",
        "100, 16385, 1:1",
        "16384, 8193, 1:1",
        "1920, 1080, 1000000:1",
        "2147483647, 2147483647, 1:1"
    })
    void anAbsurdSizeIsRefused(String width, String height, String aspect) {
        assertThatThrownBy(() -> judge(sized(width, height, aspect)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("at most 16384 a side and 134 million pixels");
    }

    @Test
    void theLargestSizeIsTaken() throws Exception {
        assertThat(judge(sized("16384", "8192", "1:1")).video().geometry().displayWidth())
                .isEqualTo(16384);
    }

    @Test
    void fourHoursAreTakenAndNotASecondMore() throws Exception {
        assertThat(judge(lasting("14400.000000")).duration()).contains(Duration.ofHours(4));
        assertRefused(
                () -> judge(lasting("14401.000000")),
                "The video lasts 4:00:01; at most 4:00:00 are taken.",
                "Deliver it in parts, or ask the operator to raise the limit.");
    }

    @Test
    void aFilmThatDoesNotSayHowLongItIsIsTaken() throws Exception {
        assertThat(judge(lasting("N/A")).duration()).isEmpty();
    }

    private static String lasting(String seconds) {
        return Recorded.text("upright.json").replace("\"duration\": \"1.000000\"", "\"duration\": \"" + seconds + "\"");
    }

    private static String sized(String width, String height, String aspect) {
        return Recorded.text("upright.json")
                .replace("\"width\": 320", "\"width\": " + width)
                .replace("\"height\": 180", "\"height\": " + height)
                .replace("\"sample_aspect_ratio\": \"1:1\"", "\"sample_aspect_ratio\": \"" + aspect + "\"");
    }

    private static MediaInfo judge(String json) throws JsonProcessingException {
        return new Judge(SourceLimits.defaults()).judge(new ProbeParser().parse(json));
    }

    private static void assertRefused(ThrowingCallable call, String problem, String remedy) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.rejection()).isEqualTo(new Rejection(problem, remedy)));
    }
}
