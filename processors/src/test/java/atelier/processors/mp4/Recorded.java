package atelier.processors.mp4;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What FFmpeg wrote, recorded by {@code make.sh} in the resources, and what is read back. */
final class Recorded {
    static final long FRAME = 1001;
    static final long CHUNK = 120 * FRAME;
    /** x264 reorders by two frames. */
    static final long DELAY = 2 * FRAME;

    private Recorded() {}

    static Path file(String name) {
        try {
            return Path.of(Recorded.class.getResource(name).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    /** Two segments of 60 frames. */
    static ExpectedChunk chunk() {
        return new ExpectedChunk(120, CHUNK, List.of(0L, CHUNK / 2));
    }

    static WrittenChunk write(String name, long startTicks, Path folder) throws IOException {
        return new SegmentWriter(1, DELAY).writeChunk(file(name), chunk(), startTicks, Files.createDirectories(folder));
    }

    /** Init segment and segments as a player gets them, in one file. */
    static Path joined(Path target, InitSegment init, List<WrittenSegment> segments) throws IOException {
        Files.write(target, init.bytes());
        for (WrittenSegment segment : segments) {
            Files.write(target, Files.readAllBytes(segment.path()), StandardOpenOption.APPEND);
        }
        return target;
    }

    /** Every sample of a file, in its order. */
    static List<Sample> samples(Path path) throws IOException {
        Fragments found = Fragments.scan(path);
        List<Sample> samples = new ArrayList<>();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            for (Fragment fragment : found.list()) {
                samples.addAll(MovieFragment.read(new BoxReader(file), fragment, found.init())
                        .samples());
            }
        }
        return samples;
    }

    /** The coded bytes of a file's samples, in its order. */
    static List<byte[]> coded(Path path) throws IOException {
        byte[] all = Files.readAllBytes(path);
        return samples(path).stream()
                .map(sample ->
                        java.util.Arrays.copyOfRange(all, (int) sample.offset(), (int) sample.offset() + sample.size()))
                .toList();
    }

    /** Presentation times, ascending, with the edit list taken off. */
    static List<Long> shown(List<Sample> samples, long delay) {
        return samples.stream()
                .map(sample -> sample.presentationTime() - delay)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
