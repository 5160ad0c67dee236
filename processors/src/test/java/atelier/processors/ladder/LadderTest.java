package atelier.processors.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static Recipe video(String parent, Policy policy, int width, int height) {
        return new Recipe(Kind.VIDEO, parent, policy, width, height, false, "h264", "veryfast", 23, 0, 0, 0, 0, 1);
    }

    private static final Recipe AUDIO =
            new Recipe(Kind.AUDIO, "source", Policy.EAGER, 0, 0, false, "aac", "", 0, 128, 48000, 2, 0, 1);

    private static final Ladder LADDER = new Ladder(Map.of(
            "4K", video("source", Policy.DELIVERED, 3840, 2160),
            "HD", video("4K", Policy.EAGER, 1920, 1080),
            "SD", video("HD", Policy.EAGER, 722, 406),
            "AUDIO", AUDIO));

    private static List<String> names(List<Rendition> renditions) {
        return renditions.stream().map(Rendition::name).toList();
    }

    @Test
    void theLowestVideoComesFirst() {
        assertThat(names(LADDER.all())).containsExactly("SD", "HD", "4K", "AUDIO");
    }

    @Test
    void whatIsOnlyDeliveredIsNotMade() {
        assertThat(names(LADDER.madeOf(new FrameSize(3840, 2160), true))).containsExactly("SD", "HD", "AUDIO");
    }

    @Test
    void aSmallSourceHasOneRenditionOfItsSize() {
        assertThat(names(LADDER.madeOf(new FrameSize(480, 270), false))).containsExactly("SD");
    }

    @Test
    void anUnknownParentIsNamed() {
        assertThatThrownBy(() -> new Ladder(Map.of("HD", video("5K", Policy.EAGER, 1920, 1080))))
                .isInstanceOf(LadderException.class)
                .hasMessageContaining("renditions.HD.parent")
                .hasMessageContaining("'5K'");
    }

    @Test
    void aCycleIsNamed() {
        assertThatThrownBy(() -> new Ladder(
                        Map.of("HD", video("SD", Policy.EAGER, 1920, 1080), "SD", video("HD", Policy.EAGER, 722, 406))))
                .isInstanceOf(LadderException.class)
                .hasMessageContaining("descends from itself");
    }

    @Test
    void aPreviewThatIsTooLargeIsNamed() {
        assertThatThrownBy(() -> new Ladder(Map.of("SD", FrameSizeTest.recipe(800, 450, true))))
                .isInstanceOf(LadderException.class)
                .hasMessageContaining("1250");
    }
}
