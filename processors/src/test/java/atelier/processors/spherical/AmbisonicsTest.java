package atelier.processors.spherical;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmbisonicsTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);

    @TempDir
    Path folder;

    /** The body of a box. */
    static ByteBuffer body(int type, int order, int ordering, int... channels) {
        ByteBuffer body =
                ByteBuffer.allocate(12 + 4 * channels.length).put((byte) 0).put((byte) type);
        body.putInt(order).put((byte) ordering).put((byte) 0).putInt(channels.length);
        for (int channel : channels) {
            body.putInt(channel);
        }
        return body.flip();
    }

    private static Ambisonics first(int... channels) {
        return Ambisonics.read(body(0, 1, 0, channels)).orElseThrow();
    }

    @Test
    void whereEachComponentIsIsRead() {
        assertThat(first(0, 2, 3, 1)).isEqualTo(new Ambisonics(1, false, true, List.of(0, 2, 3, 1)));
        assertThat(Ambisonics.read(body(0x80, 1, 0, 0, 1, 2, 3, 4, 5)))
                .contains(new Ambisonics(1, true, true, List.of(0, 1, 2, 3, 4, 5)));
    }

    @Test
    void whatIsCutOffAbsurdOrOfAnotherKindSaysNothing() {
        ByteBuffer whole = body(0, 1, 0, 0, 1, 2, 3);
        for (int length = 0; length < whole.limit(); length++) {
            assertThat(Ambisonics.read(whole.duplicate().limit(length))).isEmpty();
        }
        assertThat(Ambisonics.read(body(1, 1, 0, 0, 1, 2, 3))).isEmpty();
        assertThat(Ambisonics.read(body(0, 100_000, 0, 0, 1, 2, 3))).isEmpty();
    }

    @Test
    void whatATrackCannotBeIsSaid() {
        assertThat(first(0, 1, 2, 3).trouble(4)).isEmpty();
        assertThat(first(0, 1, 2).trouble(3))
                .contains(
                        "The file says that its sound is ambisonic of order 1, which has 4 channels in the order of ACN;"
                                + " it has 3. It is taken as plain sound.");
        assertThat(first(0, 1, 2, 2).trouble(4)).get().asString().contains("it has 4, in another order.");
        assertThat(first(0, 1, 2, 9).trouble(4)).isPresent();
        assertThat(Ambisonics.read(body(0, 1, 1, 0, 1, 2, 3)).orElseThrow().trouble(4))
                .isPresent();
    }

    /** A sound at the left is as loud in the component that points there as in that of all directions. */
    @ParameterizedTest
    @CsvSource({"1, 1, true, false", "1, -1, false, true", "1, 0, true, true"})
    void whatSoundsAtASideIsHeardThere(int all, int left, boolean inTheLeft, boolean inTheRight) {
        String sound = "aevalsrc=" + all + "*sin(2764*t)|0|0|" + left + "*sin(2764*t):d=0.1,"
                + first(0, 3, 1, 2).mixDown() + ",astats=metadata=1:measure_overall=none:measure_perchannel=Peak_level,"
                + "ametadata=print:file=-";
        List<String> lines = new ArrayList<>();
        FfmpegForTests.programs()
                .run(
                        new Command(
                                Program.FFMPEG,
                                List.of("-nostdin", "-v", "error", "-f", "lavfi", "-i", sound, "-f", "null", "-"),
                                folder),
                        LIMITS,
                        lines::add);

        assertThat(isHeard(lines, 1)).isEqualTo(inTheLeft);
        assertThat(isHeard(lines, 2)).isEqualTo(inTheRight);
    }

    private static boolean isHeard(List<String> lines, int ear) {
        String level = "lavfi.astats." + ear + ".Peak_level=";
        Optional<String> last =
                lines.stream().filter(line -> line.startsWith(level)).reduce((before, after) -> after);
        return !last.orElseThrow().endsWith("-inf");
    }

    @Test
    void ofAnyOrderTheFirstIsKeptInTheOrderOfItsComponentsAndSaidSo() {
        Ambisonics second =
                Ambisonics.read(body(0, 2, 0, 8, 7, 6, 5, 4, 3, 2, 1, 0)).orElseThrow();

        assertThat(second.firstOrder()).isEqualTo("channelmap=map=8|7|6|5:channel_layout=4.0");
        assertThat(second.isKept()).isTrue();
        Parts said = Parts.of(ByteBuffer.wrap(Ambisonics.firstOrderBox().toBytes()));
        assertThat(said.find("SA3D").flatMap(Ambisonics::read)).contains(first(0, 1, 2, 3));
    }

    @Test
    void whatIsHeadLockedIsHeardAsItIs() {
        Ambisonics locked = Ambisonics.read(body(0x80, 1, 0, 0, 1, 2, 3, 5, 4)).orElseThrow();

        assertThat(locked.mixDown()).isEqualTo("pan=stereo|c0=0.5*c0+0.5*c1+c5|c1=0.5*c0-0.5*c1+c4");
        assertThat(locked.trouble(6)).isEmpty();
        assertThat(locked.isKept()).as("what does not turn would be missing").isFalse();
    }
}
