package atelier.processors.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What damaged and hostile files say of themselves. */
class SenselessValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"r_frame_rate\": \"0/0\"",
                "\"r_frame_rate\": \"25\"",
                "\"r_frame_rate\": \"99999999999999999999/1\"",
                "\"r_frame_rate\": \"-25/1\"",
                "\"r_frame_rate\": \"a/b\"",
                "\"r_frame_rate\": null",
                "\"r_frame_rate\": [1]"
            })
    void aSenselessRateIsNone(String rate) throws Exception {
        String json = Recorded.text("upright.json").replace("\"r_frame_rate\": \"25/1\"", rate);
        assertThat(json).contains(rate);
        assertThat(new ProbeParser()
                        .parse(json).videos().get(0).stream().timing().rate())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "1e999999999", "99999999999999999999", "-", "NaN", "0x10"})
    void aSenselessDurationIsNone(String duration) throws Exception {
        String json = Recorded.text("upright.json")
                .replace("\"duration\": \"1.000000\"", "\"duration\": \"" + duration + "\"");
        assertThat(new ProbeParser().parse(json).durationMicros()).isEmpty();
    }

    @Test
    void outputThatIsCutOffIsNoJson() {
        String json = Recorded.text("upright.json");
        assertThatThrownBy(() -> new ProbeParser().parse(json.substring(0, 500)))
                .isInstanceOf(JsonProcessingException.class);
    }
}
