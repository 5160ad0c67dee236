package atelier.processors.plan;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import atelier.processors.catalog.Json;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Fingerprint;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Rendition;
import atelier.processors.spherical.Pose;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.Stereo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutputFingerprintsTest {
    private static final FrameSize SIZE = new FrameSize(722, 406);

    @Test
    void everythingThatDecidesHowAVideoLooksChangesItsName() {
        Stream<Recipe> changed = Stream.of(
                video("hevc", "veryfast", 23, 1600, 1, true),
                video("h264", "slow", 23, 1600, 1, true),
                video("h264", "veryfast", 24, 1600, 1, true),
                video("h264", "veryfast", 23, 1700, 1, true),
                video("h264", "veryfast", 23, 1600, 2, true),
                sd().withEncoder("h264_nvenc"),
                sd().withEncoder("h264_qsv"),
                sd().withBits(8),
                video("h264", "veryfast", 23, 1600, 1, false));

        assertThat(Stream.concat(Stream.of(sd()), changed).map(OutputFingerprints::recipe))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[0-9a-f]{64}"));
    }

    @Test
    void whatAKindDoesNotUseChangesNothing() {
        Recipe other = new Recipe(
                Kind.VIDEO,
                "4K",
                Policy.DELIVERED,
                722,
                406,
                true,
                "h264",
                "veryfast",
                23,
                1600,
                8_000,
                1,
                31,
                "",
                1,
                0,
                0);
        assertThat(OutputFingerprints.recipe(other)).isEqualTo(OutputFingerprints.recipe(sd()));
    }

    @Test
    void whatWasMadeBeforeThereWereBitsKeepsItsName() {
        Recipe before = new Json().read(new Json().write(sd()).replaceFirst(",\"bits\":0", ""), Recipe.class);
        assertThat(before).isEqualTo(sd());
        assertThat(OutputFingerprints.recipe(before))
                .isEqualTo("9bf223aa4c80588c775fe25e34bf73507bbc23b35bda7230659e0d3ce8a0db20");
    }

    @Test
    void whereAChunkLiesChangesNothing() {
        IndexedChunk moved = chunk("a", 9, 125_000, List.of(0L, 25_000L));
        assertThat(name(moved, target(5, sd(), SIZE)))
                .isEqualTo(name(chunk("a", 0, 0, List.of(0L, 25_000L)), target(0, sd(), SIZE)));
    }

    @Test
    void picturesSizeRotationKeyFramesAndRecipeEachChangeTheName() {
        IndexedChunk chunk = chunk("a", 0, 0, List.of(0L, 25_000L));
        Target target = target(0, sd(), SIZE);
        Delivered rotated = DeliveredFilms.film("SOURCE", 22, 1280, 720, 90);
        Target turned = new Target(target.rendition(), 0, SIZE, rotated);
        assertThat(Stream.of(
                        name(chunk, target),
                        name(chunk("b", 0, 0, List.of(0L, 25_000L)), target),
                        name(chunk("a", 0, 0, List.of(0L, 12_500L)), target),
                        name(chunk, target(0, sd(), new FrameSize(406, 722))),
                        name(chunk, turned),
                        name(chunk, target(0, video("h264", "slow", 23, 1600, 1, true), SIZE))))
                .doesNotHaveDuplicates();
    }

    /** What was made before keeps its name, unless its blocks were smaller than they are now. */
    @Test
    void hevcAboveHdIsNamedByItsCoarseBlocks() {
        Recipe hevc = video("hevc", "veryfast", 23, 1600, 1, false);
        assertThat(changedByBlocks(hevc, new FrameSize(2560, 1440))).isTrue();
        assertThat(changedByBlocks(hevc, new FrameSize(1440, 2560))).isTrue();
        assertThat(changedByBlocks(hevc, new FrameSize(1920, 1080))).isFalse();
        assertThat(changedByBlocks(hevc.withEncoder("hevc_nvenc"), new FrameSize(2560, 1440)))
                .isFalse();
        assertThat(changedByBlocks(video("h264", "veryfast", 23, 1600, 1, false), new FrameSize(2560, 1440)))
                .isFalse();
    }

    private static boolean changedByBlocks(Recipe recipe, FrameSize size) {
        IndexedChunk chunk = chunk("a", 0, 0, List.of(0L));
        Target target = target(0, recipe, size);
        String before = new Fingerprint("output 2")
                .add(chunk.fingerprint())
                .add(OutputFingerprints.recipe(recipe))
                .add(size.toString())
                .add(target.from().picture())
                .add(0L)
                .add("segments")
                .add(0L)
                .hex();
        return !name(chunk, target).equals(before);
    }

    @Test
    void aFlatViewHasAnotherNameThanTheSamePicturesOfASphere() {
        IndexedChunk chunk = chunk("a", 0, 0, List.of(0L, 25_000L));
        Target flat = target(0, sd(), SIZE);
        Sphere sphere = new Sphere(Projection.EQUIRECTANGULAR, Stereo.MONO, Pose.UPRIGHT);
        Target round = new Target(flat.rendition(), 0, SIZE, flat.from().as(sphere));
        Target large = target(0, video("h264", "veryfast", 23, 1600, 1, false), SIZE);

        assertThat(name(chunk, round)).isNotEqualTo(name(chunk, flat));
        assertThat(name(chunk, new Target(large.rendition(), 0, SIZE, round.from())))
                .isEqualTo(name(chunk, large));
    }

    @Test
    void soundIsNamedByItsDataItsLengthAndItsRecipe() {
        Target target = target(0, audio(128), SIZE);
        assertThat(Stream.of(
                        OutputFingerprints.ofStream("s", 5000, target),
                        OutputFingerprints.ofStream("t", 5000, target),
                        OutputFingerprints.ofStream("s", 5040, target),
                        OutputFingerprints.ofStream("s", 5000, target(0, audio(192), SIZE))))
                .doesNotHaveDuplicates();
        assertThat(OutputFingerprints.ofStream("s", 5000, target(4, audio(128), new FrameSize(2, 2))))
                .isEqualTo(OutputFingerprints.ofStream("s", 5000, target));
    }

    @Test
    void ambisonicSoundHasAnotherNameThanTheSamePacketsOfPlainSound() {
        Target plain = target(0, audio(128), SIZE);
        Target around = new Target(plain.rendition(), 0, SIZE, DeliveredFilms.around());

        assertThat(OutputFingerprints.ofStream("s", 5000, around))
                .isNotEqualTo(OutputFingerprints.ofStream("s", 5000, plain));
    }

    static Recipe ambisonic() {
        return new Recipe(
                Kind.AUDIO, "source", Policy.EAGER, 0, 0, false, "aac", "veryfast", 23, 256, 48_000, 0, 3, "", 1, 0, 0);
    }

    private static String name(IndexedChunk chunk, Target target) {
        return OutputFingerprints.ofChunk(chunk, target);
    }

    static IndexedChunk chunk(String fingerprint, int number, long startTicks, List<Long> keyFrames) {
        return new IndexedChunk(
                number,
                fingerprint,
                new ChunkSpan(
                        startTicks,
                        startTicks,
                        startTicks + 50_000,
                        100,
                        12_500,
                        startTicks,
                        50_000,
                        500,
                        500,
                        keyFrames,
                        List.of(0L)));
    }

    static Target target(int rung, Recipe recipe, FrameSize size) {
        return new Target(new Rendition("SD", recipe), rung, size, DeliveredFilms.source());
    }

    static Recipe sd() {
        return video("h264", "veryfast", 23, 1600, 1, true);
    }

    static Recipe audio(int rate) {
        return new Recipe(
                Kind.AUDIO,
                "source",
                Policy.EAGER,
                0,
                0,
                false,
                "aac",
                "veryfast",
                23,
                rate,
                48_000,
                2,
                3,
                "",
                1,
                0,
                0);
    }

    static Recipe poster() {
        return new Recipe(
                Kind.POSTER, "SD", Policy.EAGER, 722, 406, true, "mjpeg", "veryfast", 23, 0, 48_000, 2, 3, "", 1, 0, 0);
    }

    private static Recipe video(String codec, String preset, int crf, int maxrate, int revision, boolean preview) {
        return new Recipe(
                Kind.VIDEO,
                "HD",
                Policy.EAGER,
                722,
                406,
                preview,
                codec,
                preset,
                crf,
                maxrate,
                48_000,
                2,
                3,
                "",
                revision,
                0,
                0);
    }
}
