package atelier.processors.encode;

import atelier.processors.index.ChunkSpan;
import atelier.processors.ladder.FrameSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The few pictures of a chunk that are compared with the source: key frames at its beginning, middle and end, which are decoded
 * anyway, and one of the first that are predicted from others. They are compared made small: a source's grain, which no
 * encoder keeps, is averaged away, and what is wrong with a picture is not.
 *
 * @param keyFrames which of the chunk's key frames, from 0
 * @param keySeconds moments just before these are shown, in seconds from the chunk's beginning
 * @param predicted which of the chunk's pictures, from 0; none where it has one picture alone, or they come at uneven times
 * @param within how much must be read for that one, in seconds
 * @param small size at which they are compared
 */
record Samples(
        List<Integer> keyFrames, List<String> keySeconds, OptionalInt predicted, String within, FrameSize small) {
    private static final int SMALLER = 8;
    private static final int LEAST = 32;

    /** Of three that are predicted from both sides, the last: it needs the fourth, too. */
    private static final int PREDICTED = 3;

    /** More pictures than any encoder here shows later than it codes. */
    private static final int BEHIND = 4;

    private static final int EVERY = 4;

    Samples {
        keyFrames = List.copyOf(keyFrames);
        keySeconds = List.copyOf(keySeconds);
    }

    static Samples of(ChunkSpan span, FrameSize size) {
        int last = span.keyFrames().size() - 1;
        List<Integer> keys = Stream.of(0, last / 2, last).distinct().toList();
        return new Samples(
                keys,
                keys.stream().map(key -> justBefore(span, key)).toList(),
                span.frames() > 1 && span.frameTicks() > 0
                        ? OptionalInt.of(Math.min(PREDICTED, span.frames() - 1))
                        : OptionalInt.empty(),
                String.format(
                        Locale.ROOT, "%.3f", (PREDICTED + BEHIND) * span.frameTicks() / (double) span.timescale()),
                new FrameSize(Math.max(LEAST, size.width() / SMALLER), Math.max(LEAST, size.height() / SMALLER)));
    }

    /** By half a tick: filters tell times as floating point, in which a picture may come a hair before its own time. */
    private static String justBefore(ChunkSpan span, int key) {
        return String.format(Locale.ROOT, "%.9f", (span.keyFrames().get(key) - 0.5) / span.timescale());
    }

    /** Those that are looked at: what x264 predicts in every fourth chunk alone, since that is most of what looking costs. */
    Samples lookedAt(EncodeJob job) {
        boolean all = job.isHardware() || job.chunk().orElseThrow().number() % EVERY == 0;
        return all ? this : new Samples(keyFrames, keySeconds, OptionalInt.empty(), within, small);
    }

    /** The files that hold them in their order, beside an encoded one. */
    List<Path> files(Path encoded) {
        List<Path> files = new ArrayList<>(List.of(Path.of(encoded + ".keys")));
        predicted.ifPresent(number -> files.add(Path.of(encoded + ".predicted")));
        return files;
    }

    /** How many pictures such a file holds. */
    int count(int file) {
        return file == 0 ? keyFrames.size() : 1;
    }

    /** For each of these files the filters that take its pictures out of those that are encoded. */
    List<String> taken() {
        String keys = keySeconds.stream()
                .map(at -> "gte(t," + at + ")*(isnan(prev_selected_t)+lt(prev_selected_t," + at + "))")
                .collect(Collectors.joining("+"));
        return selecting("select='" + keys + "'");
    }

    /**
     * For each of these files the filters that take its pictures out of those that are decoded: key frames, among which some decoders have
     * others, and then all.
     */
    List<String> found() {
        String keys = keyFrames.stream().map(number -> "eq(n," + number + ")").collect(Collectors.joining("+"));
        return selecting("select=key,select='" + keys + "'");
    }

    private List<String> selecting(String keys) {
        List<String> wanted = new ArrayList<>(List.of(keys));
        predicted.ifPresent(number -> wanted.add("select='eq(n," + number + ")'"));
        return wanted.stream()
                .map(each -> each + ",scale=" + small.width() + ":" + small.height() + ":flags=area,format=yuv444p")
                .toList();
    }

    /** What stands before the name of such a file. */
    static List<String> writing() {
        return List.of("-fps_mode", "passthrough", "-c:v", "rawvideo", "-f", "rawvideo");
    }
}
