package atelier.processors.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.viewing.PlaybackEvent.Type;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReaderTest {
    private final BatchReader reader = new BatchReader();

    private PlaybackBatch read(String events) {
        String text = "{\"session\":\"abcdef-12\",\"slug\":\"mila/é\",\"events\":[" + events + "]}";
        return reader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatAPlayerTellsIsRead() {
        PlaybackBatch batch = read("""
                {"type":"start"},{"type":"first-frame","at":1.5,"value":230},
                {"type":"switch","at":9,"value":1080,"cause":"chosen"}""");

        assertThat(batch.slug()).isEqualTo("mila/é");
        assertThat(batch.events())
                .containsExactly(
                        new PlaybackEvent(Type.START, 0, 0, ""),
                        new PlaybackEvent(Type.FIRST_FRAME, 1.5, 230, ""),
                        new PlaybackEvent(Type.SWITCH, 9, 1080, "chosen"));
    }

    @Test
    void whatIsNotKnownIsPassedOverAndWhatIsOutOfBoundsIsBounded() {
        PlaybackBatch batch = read("""
                {"type":"dance"},7,null,{"type":"watched","at":-5,"value":1e99,"cause":"<script>"},
                {"type":"watched","at":"x","value":100},{"type":"stall","value":-1},{"type":"stall","value":"NaN"}""");

        assertThat(batch.events())
                .containsExactly(
                        new PlaybackEvent(Type.WATCHED, 0, 120, ""),
                        new PlaybackEvent(Type.WATCHED, 0, 0, ""),
                        new PlaybackEvent(Type.STALL, 0, 0, ""),
                        new PlaybackEvent(Type.STALL, 0, 0, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "garbage",
                "{\"session\":\"short\",\"slug\":\"a\",\"events\":[]}",
                "{\"session\":\"abcdef 12'\",\"slug\":\"a\",\"events\":[]}",
                "{\"session\":\"abcdef-12\",\"events\":[]}",
                "{\"session\":\"abcdef-12\",\"slug\":\"a\"}",
                "{\"session\":\"abcdef-12\",\"slug\":\"a\",\"events\":{}}",
                "{\"session\":{\"a\":1},\"slug\":[1],\"events\":[]}"
            })
    void whatMakesNoSenseIsRefused(String text) {
        assertThatThrownBy(() -> reader.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadBatchException.class);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThatThrownBy(() -> read("7,".repeat(100) + "7")).isInstanceOf(BadBatchException.class);
        assertThatThrownBy(() -> read("\"" + "x".repeat(BatchReader.MOST_BYTES) + "\""))
                .hasMessageContaining("bytes");
        assertThatThrownBy(() -> read("[".repeat(8000) + "]".repeat(8000))).isInstanceOf(BadBatchException.class);
    }
}
