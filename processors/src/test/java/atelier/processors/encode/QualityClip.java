package atelier.processors.encode;

import atelier.processors.index.ChunkSpan;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A film.
 *
 * @param input FFmpeg's words for what it is made of
 * @param filter that makes it
 */
record QualityClip(String name, String input, String filter, int seconds, double rate, FrameSize size) {
    /** What is delivered larger than it was filmed. */
    static final String ENLARGED = "scale=640:360,";

    static final boolean BENCH = Boolean.getBoolean("atelier.quality");
    private static final Path MEDIA =
            Path.of("../../shared/media").toAbsolutePath().normalize();
    private static final int CHUNK_SECONDS = 5;
    private static final int TIMESCALE = 30_000;

    static QualityClip made(String name, String graph, String filter) {
        FrameSize size = BENCH ? new FrameSize(1280, 720) : new FrameSize(320, 180);
        String input = "-f lavfi -i " + graph.replace("SIZE", size.width() + "x" + size.height());
        return new QualityClip(name, input, filter, BENCH ? 4 : 2, 25, size);
    }

    static QualityClip delivered(String name, String file, String filter, int seconds, double rate, FrameSize size) {
        return new QualityClip(name, "-stream_loop 1 -i " + MEDIA.resolve(file), filter, seconds, rate, size);
    }

    /** Whether it was filmed, or drawn by people, and is shown as it was; but perhaps larger. */
    boolean isFilmed() {
        return filter.equals("null") && !input.startsWith("-f lavfi") || isEnlarged();
    }

    boolean isEnlarged() {
        return filter.startsWith(ENLARGED);
    }

    FrameSize twoThirds() {
        return new FrameSize(size.width() / 3 * 2, size.height() / 3 * 2);
    }

    ChunkSpan span(int from, int to) {
        long start = (long) from * TIMESCALE;
        long ticks = (long) (to - from) * TIMESCALE;
        long frame = Math.round(TIMESCALE / rate);
        return new ChunkSpan(
                1000L * from,
                1000L * from,
                1000L * to,
                (int) (ticks / frame),
                TIMESCALE,
                start,
                ticks,
                frame,
                frame,
                LongStream.range(0, (to - from + 1) / 2)
                        .map(key -> 2 * key * TIMESCALE)
                        .boxed()
                        .toList(),
                List.of(0L));
    }

    List<IndexedChunk> chunks() {
        return IntStream.range(0, (seconds + CHUNK_SECONDS - 1) / CHUNK_SECONDS)
                .mapToObj(number -> new IndexedChunk(
                        number,
                        name + number,
                        span(number * CHUNK_SECONDS, Math.min(seconds, (number + 1) * CHUNK_SECONDS))))
                .toList();
    }

    /** Two, or for {@code bin/bench quality} all. */
    static List<QualityClip> all() {
        List<QualityClip> clips = new ArrayList<>(List.of(
                made("a slow gradient", "gradients=s=SIZE:r=25:speed=0.02", "null"),
                made("grain", "gradients=s=SIZE:r=25:speed=0.02", "noise=alls=6:allf=t")));
        if (BENCH) {
            clips.addAll(more());
        }
        return clips;
    }

    private static List<QualityClip> more() {
        FrameSize large = new FrameSize(1280, 720);
        List<QualityClip> clips = new ArrayList<>(List.of(
                made("a chart that moves", "testsrc2=s=SIZE:r=25", "null"),
                made("a fractal", "mandelbrot=s=SIZE:r=25", "null"),
                made("cells", "life=s=320x180:r=25:mold=10", "scale=1280:720:flags=neighbor"),
                made("bars that sway", "smptehdbars=s=SIZE:r=25", "rotate=0.02*sin(t)")));
        if (Files.exists(MEDIA)) {
            String pan = "select=eq(n\\,0),loop=200:1:0,setpts=N/25/TB,crop=1000:560:n:40,scale=1280:720";
            clips.add(delivered("animation with grain", "bbb720.mp4", "noise=alls=10:allf=t", 4, 25, large));
            clips.add(delivered("a pan over a picture", "bbb720.mp4", pan, 4, 25, large));
            clips.add(delivered("animation", "bbb720.mp4", "null", 5, 25, large));
            clips.add(delivered(
                    "animation, enlarged", "bbb720.mp4", ENLARGED + "scale=1280:720:flags=bicubic", 4, 25, large));
            clips.add(delivered("traffic", "cars.mp4", "null", 20, 12.5, new FrameSize(768, 432)));
            clips.add(delivered("film", "echo.webm", "null", 16, 30, new FrameSize(480, 270)));
            clips.add(delivered("360°", "theta_360.mp4", "null", 16, 30, new FrameSize(640, 322)));
        }
        return clips;
    }
}
