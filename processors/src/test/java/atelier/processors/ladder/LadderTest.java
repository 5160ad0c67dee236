package atelier.processors.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static Recipe video(String parent, Policy policy, int width, int height) {
        return new Recipe(
                Kind.VIDEO, parent, policy, width, height, false, "h264", "veryfast", 23, 0, 0, 0, 0, "", 1, 0, 0);
    }

    private static Recipe preview(String parent) {
        return new Recipe(
                Kind.VIDEO, parent, Policy.EAGER, 722, 406, true, "h264", "veryfast", 23, 0, 0, 0, 0, "", 1, 0, 0);
    }

    private static final Recipe AUDIO =
            new Recipe(Kind.AUDIO, "source", Policy.EAGER, 0, 0, false, "aac", "", 0, 128, 48000, 2, 0, "", 1, 0, 0);

    private static final Ladder LADDER = new Ladder(Map.of(
            "4K", video("source", Policy.DELIVERED, 3840, 2160),
            "HD", video("4K", Policy.EAGER, 1920, 1080),
            "SD", preview("HD"),
            "AUDIO", AUDIO));

    private static final FrameSize UHD = new FrameSize(3840, 2160);

    private static List<String> names(List<Rendition> renditions) {
        return renditions.stream().map(Rendition::name).toList();
    }

    @Test
    void theLowestVideoComesFirst() {
        assertThat(names(LADDER.all())).containsExactly("SD", "HD", "4K", "AUDIO");
    }

    @Test
    void whatIsOnlyDeliveredIsNotMade() {
        assertThat(made(Map.of("source", UHD), true))
                .containsExactly("SD of source", "HD of source", "AUDIO of source");
    }

    @Test
    void aSmallSourceHasOneRenditionOfItsSize() {
        assertThat(made(Map.of("source", new FrameSize(480, 270)), false)).containsExactly("SD of source");
    }

    @Test
    void whatIsMadeOnDemandHasItsSizeToItselfWhetherAskedForOrNot() {
        Ladder ladder = new Ladder(Map.of(
                "3K", video("source", Policy.EAGER, 2560, 1440),
                "HD", video("3K", Policy.ON_DEMAND, 1920, 1080),
                "SD", preview("HD")));
        Map<String, FrameSize> source = Map.of(Ladder.SOURCE, new FrameSize(1280, 720));

        assertThat(ladder.resolve(source, false))
                .extracting(made -> made.rendition().name())
                .containsExactly("SD");
        assertThat(ladder.resolve(source, false, Set.of("HD"), false))
                .extracting(made -> made.rendition().name())
                .containsExactly("SD", "HD");
    }

    @Test
    void whatIsBelowAnOverrideIsMadeOfItAndTheSoundOfTheSource() {
        assertThat(made(Map.of("source", UHD, "4K", UHD), true))
                .containsExactly("SD of 4K", "HD of 4K", "4K of 4K", "AUDIO of source");
        assertThat(made(Map.of("source", UHD, "HD", new FrameSize(1920, 1080)), true))
                .containsExactly("SD of HD", "HD of HD", "AUDIO of source");
        assertThat(made(Map.of("source", UHD, "SD", new FrameSize(640, 360)), true))
                .containsExactly("SD of SD", "HD of source", "AUDIO of source");
    }

    @Test
    void theNearestOverrideCounts() {
        assertThat(made(Map.of("source", UHD, "4K", UHD, "HD", new FrameSize(1920, 1080)), false))
                .containsExactly("SD of HD", "HD of HD", "4K of 4K");
    }

    private static List<String> made(Map<String, FrameSize> delivered, boolean withAudio) {
        return LADDER.resolve(delivered, withAudio).stream()
                .map(each -> each.rendition().name() + " of " + each.from())
                .toList();
    }

    @Test
    void whatIsLeftOutIsAsIfItWereNotThereButForWhatWasDelivered() {
        Ladder ladder = LADDER.without(Set.of("HD"));

        assertThat(ladder.resolve(Map.of("source", UHD), false))
                .extracting(made -> made.rendition().name() + " of " + made.from())
                .containsExactly("SD of source");
        assertThat(ladder.resolve(Map.of("source", UHD, "HD", new FrameSize(1920, 1080)), false))
                .extracting(made -> made.rendition().name() + " of " + made.from())
                .containsExactly("SD of HD", "HD of HD");
    }

    @Test
    void ofOneSizeALargerOneIsMadeInPlaceOfWhatIsLeftOut() {
        assertThat(new Ladder(Map.of(
                                "3K",
                                video("4K", Policy.EAGER, 2560, 1440),
                                "4K",
                                video("source", Policy.EAGER, 3840, 2160)))
                        .without(Set.of("3K"))
                        .resolve(Map.of("source", new FrameSize(2560, 1440)), false))
                .extracting(made -> made.rendition().name())
                .containsExactly("4K");
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
        assertThatThrownBy(() -> new Ladder(Map.of("HD", video("SD", Policy.EAGER, 1920, 1080), "SD", preview("HD"))))
                .isInstanceOf(LadderException.class)
                .hasMessageContaining("descends from itself");
    }

    @Test
    void aChildThatIsLargerThanItsParentIsNamed() {
        assertThatThrownBy(() -> new Ladder(Map.of(
                        "HD", video("source", Policy.EAGER, 1920, 1080), "2K", video("HD", Policy.EAGER, 2048, 1080))))
                .isInstanceOf(LadderException.class)
                .hasMessageContaining("renditions.2K.width")
                .hasMessageContaining("2048×1080")
                .hasMessageContaining("Example: width: 1920");
    }

    @Test
    void whatNoEncoderUnderstandsIsNamedWithItsField() {
        assertThatThrownBy(() -> new Ladder(Map.of("HD", coded("vp8", "veryfast", 20))))
                .hasMessageContaining("renditions.HD.codec")
                .hasMessageContaining("h264, hevc, av1 can")
                .hasMessageContaining("Example: codec: h264");
        assertThatThrownBy(() -> new Ladder(Map.of("HD", coded("hevc", "quick", 20))))
                .hasMessageContaining("renditions.HD.preset")
                .hasMessageContaining("'quick'");
        assertThatCode(() -> new Ladder(Map.of("HD", coded("av1", "fast", 63)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Ladder(Map.of("HD", coded("av1", "fast", 64))))
                .hasMessageContaining("renditions.HD.crf");
        assertThatThrownBy(() -> new Ladder(Map.of("HD", coded("hevc", "fast", 52))))
                .hasMessageContaining("renditions.HD.crf")
                .hasMessageContaining("52 is not between 0 and 51");
    }

    @Test
    void aTargetIsAnSsimOrNone() {
        assertThatThrownBy(() -> new Ladder(Map.of("HD", aiming(20))))
                .hasMessageContaining("renditions.HD.target")
                .hasMessageContaining("Example: target: 0.97");
        assertThatThrownBy(() -> new Ladder(Map.of("HD", aiming(1)))).isInstanceOf(LadderException.class);
        assertThat(new Ladder(Map.of("HD", aiming(0.97))).names()).containsExactly("HD");
    }

    private static Recipe aiming(double target) {
        return new Recipe(
                Kind.VIDEO,
                "source",
                Policy.EAGER,
                1920,
                1080,
                false,
                "h264",
                "fast",
                20,
                0,
                0,
                0,
                0,
                "",
                1,
                target,
                0);
    }

    @Test
    void samplesHaveEightBitsOrTen() {
        Recipe any = coded("hevc", "fast", 22);
        assertThatCode(() -> new Ladder(Map.of("HD", any.withBits(8), "3K", any.withBits(10))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Ladder(Map.of("HD", any.withBits(12))))
                .hasMessageContaining("renditions.HD.bits")
                .hasMessageContaining("12 is none of 0, 8 and 10");
    }

    private static Recipe coded(String codec, String preset, int crf) {
        return new Recipe(
                Kind.VIDEO, "source", Policy.EAGER, 1920, 1080, false, codec, preset, crf, 0, 0, 0, 0, "", 1, 0, 0);
    }

    @Test
    void everySourceHasItsPartOfTheGraphAndNoTwoOfOneSize() {
        Ladder whole = new Ladder(Map.of(
                "4K", video("source", Policy.EAGER, 3840, 2160),
                "3K", video("4K", Policy.EAGER, 2560, 1440),
                "HD", video("3K", Policy.EAGER, 1920, 1080),
                "SD", preview("HD")));

        assertThat(sizes(whole, UHD)).containsExactly("SD 722×406", "HD 1920×1080", "3K 2560×1440", "4K 3840×2160");
        assertThat(sizes(whole, new FrameSize(2160, 3840)))
                .containsExactly("SD 406×722", "HD 1080×1920", "3K 1440×2560", "4K 2160×3840");
        assertThat(sizes(whole, new FrameSize(1920, 1080))).containsExactly("SD 722×406", "HD 1920×1080");
        assertThat(sizes(whole, new FrameSize(2560, 1440)))
                .containsExactly("SD 722×406", "HD 1920×1080", "3K 2560×1440");
        assertThat(sizes(whole, new FrameSize(2000, 2000)))
                .containsExactly("SD 406×406", "HD 1080×1080", "3K 1440×1440", "4K 2000×2000");
        assertThat(sizes(whole, new FrameSize(640, 360))).containsExactly("SD 640×360");
    }

    private static List<String> sizes(Ladder ladder, FrameSize source) {
        return ladder.resolve(Map.of("source", source), false).stream()
                .map(each -> each.rendition().name() + " " + each.size())
                .toList();
    }

    @Test
    void anSdThatIsNoPreviewIsNamed() {
        assertThatThrownBy(() -> new Ladder(Map.of("SD", video("source", Policy.EAGER, 722, 406))))
                .isInstanceOf(LadderException.class)
                .hasMessageContaining("renditions.SD.preview");
    }

    @Test
    void aPreviewThatIsTooLargeIsNamed() {
        assertThatThrownBy(() -> new Ladder(Map.of("SD", FrameSizeTest.recipe(800, 450, true))))
                .isInstanceOf(LadderException.class)
                .hasMessageContaining("1250");
    }

    @Test
    void aSphereHasVideosOfItsOwnBesidePreviewsAndSound() {
        Ladder both = LADDER.withSpheres(Map.of(
                "4K360", video("source", Policy.EAGER, 4096, 4096), "2K360", video("4K360", Policy.EAGER, 1920, 1920)));
        Map<String, FrameSize> sphere = Map.of("source", new FrameSize(3840, 1920));

        assertThat(both.resolve(sphere, true, Set.of(), true))
                .extracting(made -> made.rendition().name() + " " + made.size())
                .containsExactly("2K360 1920×960", "SD 722×360", "4K360 3840×1920", "AUDIO 3840×1920");
        assertThat(both.resolve(sphere, true, Set.of(), false))
                .extracting(made -> made.rendition().name())
                .containsExactly("SD", "HD", "AUDIO");
        assertThat(LADDER.resolve(sphere, true, Set.of(), true))
                .extracting(made -> made.rendition().name())
                .containsExactly("HD", "SD", "AUDIO");
    }

    @Test
    void aFlatViewTakesNoStepOfASpheresLadder() {
        Ladder both = LADDER.withSpheres(Map.of("2K360", video("source", Policy.EAGER, 1920, 1920)));
        Map<String, FrameSize> small = Map.of("source", new FrameSize(640, 320));

        assertThat(both.resolve(small, false, Set.of(), true))
                .extracting(made -> made.rendition().name())
                .containsExactly("2K360", "SD");
        assertThat(both.lowest(true)).isEqualTo(both.find("2K360"));
        assertThat(both.lowest(false)).isEqualTo(both.find("SD"));
    }

    @Test
    void noRenditionOfSpheresHasTheNameOfAnother() {
        Map<String, Recipe> spheres = Map.of("HD", video("source", Policy.EAGER, 4096, 4096));

        assertThatThrownBy(() -> LADDER.withSpheres(spheres))
                .isInstanceOf(LadderException.class)
                .hasMessageContaining("spheres.HD: there is a rendition of that name.");
    }

    @Test
    void aSlipInARecipeOfSpheresIsTold() {
        Map<String, Recipe> spheres = Map.of("8K360", video("9K360", Policy.EAGER, 7680, 7680));

        assertThatThrownBy(() -> LADDER.withSpheres(spheres))
                .isInstanceOf(LadderException.class)
                .hasMessageContaining("spheres.8K360.parent: there is no rendition '9K360'.");
    }
}
