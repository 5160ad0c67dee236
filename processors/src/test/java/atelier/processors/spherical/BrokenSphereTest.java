package atelier.processors.spherical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.mp4.Box;
import atelier.processors.mp4.InitSegment;
import atelier.processors.probe.Prober;
import atelier.processors.probe.RefusedException;
import atelier.processors.probe.SourceLimits;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with what a file says of a sphere: where FFmpeg opens it, it is a flat film with a finding; else it is refused for that. */
class BrokenSphereTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), 0, 0);
    private static final int HUGE = Integer.MAX_VALUE;
    private static final byte[] SOURCE = box("svhd", 0, 0);
    private static final byte[] HEADER = box("prhd", 0, 0, 0, 0);
    private static final byte[] WHOLE = box("equi", 0, 0, 0, 0, 0);
    private static final String BROKEN = "(its sv3d box) is broken";
    private static final String UNKNOWN = "is laid on the frame in a way that is not known";

    @TempDir
    Path folder;

    static Stream<Arguments> shownFlat() {
        return Stream.of(
                arguments("no projection", box("sv3d", SOURCE), BROKEN),
                arguments("an empty projection", sphere(), UNKNOWN),
                arguments("a turn cut off", sphere(cut(HEADER, 10)), UNKNOWN),
                arguments("a mesh of absurd counts", sphere(HEADER, box("mshp", 0, 0, -1, HUGE, -1)), "on a mesh"),
                arguments("a mesh of noise", sphere(HEADER, box("mshp", noise())), "on a mesh"),
                arguments("another projection", sphere(HEADER, box("blob", 0, 1, 2)), UNKNOWN),
                arguments("a part", sphere(HEADER, box("equi", 0, 1 << 29, 0, 0, 0)), "a part of a sphere"),
                arguments("bounds cut off", sphere(HEADER, box("equi", 0, 1)), BROKEN),
                arguments("a cube of another layout", sphere(HEADER, box("cbmp", 0, 7, 0)), "cube is laid out"),
                arguments("a cube of absurd padding", sphere(HEADER, box("cbmp", 0, 0, -1)), "cube is laid out"),
                arguments("a cube cut off", sphere(HEADER, box("cbmp", 0)), BROKEN));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("nothing", box("sv3d", new byte[0]), BROKEN),
                arguments(
                        "an absurd projection", box("sv3d", SOURCE, claiming(HUGE, projection(HEADER, WHOLE))), BROKEN),
                arguments("a projection cut off", box("sv3d", SOURCE, cut(projection(HEADER, WHOLE), 20)), BROKEN),
                arguments("an absurd mesh", sphere(HEADER, claiming(HUGE, box("mshp", 0, 0))), UNKNOWN),
                arguments(
                        "bounds beyond the frame",
                        sphere(HEADER, box("equi", 0, -1, -1, -1, -1)),
                        "a part of a sphere"),
                arguments("no eyes", box("st3d", 0), "pictures of two eyes"),
                arguments("nothing for Apple", box("vexu", new byte[0]), "Empty video extension usage box"),
                arguments("unknown to Apple", box("vexu", box("proj", box("prji", 0, -1))), "is not known"),
                arguments(
                        "Apple's eyes cut off", box("vexu", box("eyes", box("stri", 0))), "Invalid size of stri box"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void shownFlat(String name, byte[] box, String finding) throws IOException, URISyntaxException {
        Told told = prober().probe(film(box)).video().told();

        assertThat(told.sphere()).isEqualTo(Sphere.PLAIN);
        assertThat(told.troubles()).singleElement().asString().contains(finding);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String name, byte[] box, String reason) throws IOException, URISyntaxException {
        Path film = film(box);

        assertThatThrownBy(() -> prober().probe(film))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("The file cannot be opened. The file")
                .hasMessageContaining(reason)
                .hasMessageContaining("Export it without that");
    }

    private Prober prober() {
        return new Prober(FfmpegForTests.programs(), LIMITS, SourceLimits.defaults(), folder);
    }

    private Path film(byte[] box) throws IOException, URISyntaxException {
        Path plain = Path.of(InitSegment.class.getResource("chunk-0.mp4").toURI());
        String type = new String(box, 4, 4, StandardCharsets.ISO_8859_1);
        Box said = new Box.Leaf(type, Arrays.copyOfRange(box, 8, box.length));
        byte[] init =
                InitSegment.read(plain).withInEntry(Set.of(), List.of(said)).bytes();
        return SphereFiles.withInit(plain, init, folder.resolve("film.mp4"));
    }

    private static byte[] sphere(byte[]... parts) {
        return box("sv3d", SOURCE, projection(parts));
    }

    private static byte[] projection(byte[]... parts) {
        return box("proj", parts);
    }

    private static byte[] box(String type, int... fields) {
        ByteBuffer body = ByteBuffer.allocate(4 * fields.length);
        Arrays.stream(fields).forEach(body::putInt);
        return box(type, body.array());
    }

    private static byte[] box(String type, byte[]... parts) {
        int size = 8 + Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer box = ByteBuffer.allocate(size).putInt(size).put(type.getBytes(StandardCharsets.ISO_8859_1));
        Arrays.stream(parts).forEach(box::put);
        return box.array();
    }

    private static byte[] claiming(int size, byte[] box) {
        ByteBuffer.wrap(box).putInt(size);
        return box;
    }

    private static byte[] cut(byte[] box, int length) {
        return Arrays.copyOf(box, length);
    }

    private static int[] noise() {
        int[] noise = new int[10_000];
        Arrays.fill(noise, -1);
        return noise;
    }
}
