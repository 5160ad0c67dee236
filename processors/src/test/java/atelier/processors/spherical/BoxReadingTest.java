package atelier.processors.spherical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Boxes as cameras, tools and people with bad intentions write them. */
class BoxReadingTest {
    private static final String NOTHING = "00000000";
    private static final byte[] POSE = box("prhd", hex(NOTHING + "00010000" + "ffff8000" + NOTHING));

    private static byte[] box(String type, byte[]... parts) {
        int size = 8 + Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer box = ByteBuffer.allocate(size).putInt(size).put(type.getBytes(StandardCharsets.ISO_8859_1));
        Arrays.stream(parts).forEach(box::put);
        return box.array();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] sphere(byte[]... mapping) {
        byte[] source = box("svhd", hex(NOTHING + "00"));
        byte[] all = Arrays.stream(mapping).reduce(POSE, BoxReadingTest::and);
        return box("sv3d", source, box("proj", all));
    }

    private static byte[] and(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static Told told(byte[] entry) {
        return new BoxReading().read(Parts.of(ByteBuffer.wrap(entry)));
    }

    @Test
    void aSphereAndHowItIsTurnedAreTold() {
        Told told = told(sphere(box("equi", hex(NOTHING.repeat(5)))));

        assertThat(told)
                .isEqualTo(new Told(
                        Optional.of(Projection.EQUIRECTANGULAR),
                        Optional.empty(),
                        new Pose(1, -0.5, 0),
                        java.util.List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "00000000 00000000 40000000 40000000, HALF_EQUIRECTANGULAR",
        "00000000 00000000 3fffffff 3fffffff, HALF_EQUIRECTANGULAR",
        "00000000 00000000 40100000 3ff00000, HALF_EQUIRECTANGULAR",
    })
    void theFrontHalfIsKnownHoweverItIsRounded(String bounds, Projection projection) {
        assertThat(told(sphere(box("equi", hex(NOTHING + bounds.replace(" ", "")))))
                        .projection())
                .contains(projection);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000 00000000 40000000 00000000",
                "20000000 20000000 40000000 40000000",
                "ffffffff ffffffff ffffffff ffffffff"
            })
    void anotherPartOfASphereIsTrouble(String bounds) {
        Told told = told(sphere(box("equi", hex(NOTHING + bounds.replace(" ", "")))));

        assertThat(told.projection()).isEmpty();
        assertThat(told.troubles()).containsExactly("The file has a part of a sphere that is not its front half.");
    }

    @Test
    void aMeshIsNotUnfolded() {
        byte[] absurd = box("mshp", hex("00000000" + "deadbeef" + "7261772000000000" + "ffffffff" + "6d657368"));

        assertThat(told(sphere(absurd)).troubles())
                .containsExactly("The file's sphere lies on a mesh (its mshp box), which is not unfolded here.");
    }

    @Test
    void aCubeIsKnownInItsOneLayout() {
        assertThat(told(sphere(box("cbmp", hex(NOTHING.repeat(3))))).projection())
                .contains(Projection.CUBEMAP);
        assertThat(told(sphere(box("cbmp", hex(NOTHING + "0000000700000000")))).troubles())
                .hasSize(1);
        assertThat(told(sphere(box("cbmp", hex(NOTHING + "0000000000000010")))).troubles())
                .hasSize(1);
    }

    @Test
    void aBrokenDescriptionIsTrouble() {
        assertThat(told(box("sv3d")).troubles()).hasSize(1).first().asString().contains("sv3d box) is broken");
        assertThat(told(sphere(box("equi", hex(NOTHING + "0000")))).troubles()).hasSize(1);
        assertThat(told(sphere()).troubles()).hasSize(1).first().asString().contains("in a way that is not known");
    }

    @ParameterizedTest
    @CsvSource({"00, MONO", "01, TOP_BOTTOM", "02, LEFT_RIGHT"})
    void howTwoEyesShareTheFrameIsTold(String mode, Stereo stereo) {
        assertThat(told(box("st3d", hex(NOTHING + mode))).stereo()).contains(stereo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000", "0000000003", "0000000004", "00000000ff"})
    void eyesInAnUnknownOrderAreTrouble(String body) {
        assertThat(told(box("st3d", hex(body))).stereo()).isEmpty();
        assertThat(told(box("st3d", hex(body))).troubles()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "hequ, side, HALF_EQUIRECTANGULAR, LEFT_RIGHT",
        "equi, over, EQUIRECTANGULAR, TOP_BOTTOM",
        "rect, side, FLAT, LEFT_RIGHT"
    })
    void whatApplesToolsWriteIsRead(String kind, String packed, Projection projection, Stereo stereo) {
        byte[] apple = box("vexu", box("proj", box("prji", code(kind))), box("pack", box("pkin", code(packed))));

        assertThat(told(apple).projection()).contains(projection);
        assertThat(told(apple).stereo()).contains(stereo);
    }

    @Test
    void aFisheyeIsTrouble() {
        assertThat(told(box("vexu", box("proj", box("prji", code("f<sh"))))).troubles())
                .containsExactly("The file's sphere is laid on the frame in a way that is not known (\"f?sh\").");
    }

    private static byte[] code(String code) {
        return and(hex(NOTHING), code.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void whateverItIsGivenItEndsWithAnAnswer() {
        byte[] good = and(box("st3d", hex(NOTHING + "01")), sphere(box("equi", hex(NOTHING.repeat(5)))));
        Random random = new Random(1);
        for (int attempt = 0; attempt < 20_000; attempt++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int change = random.nextInt(8); change > 0 && bad.length > 0; change--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertThat(told(bad).troubles().size()).isLessThanOrEqualTo(2);
        }
    }
}
