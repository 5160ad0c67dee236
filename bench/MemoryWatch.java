package bench;

import java.nio.file.Path;

/** Looks, while it is open, how much memory this process's children use. */
final class MemoryWatch implements AutoCloseable {
    private static final int MILLIS = 50;

    private final Sampler sampler = new Sampler("memory", MILLIS, this::look);
    private volatile long mostAtOnce;
    private volatile long mostOfOne;

    /** Gigabytes of all of them together, at the worst moment that was seen. */
    double gigabytes() {
        return mostAtOnce / 1e9;
    }

    /** Gigabytes of the largest FFmpeg, or whatever encodes, at its worst moment. */
    double gigabytesOfOne() {
        return mostOfOne / 1e9;
    }

    private void look() {
        long sum = 0;
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            long bytes = Proc.resident(child.pid());
            sum += bytes;
            if (encodes(child)) {
                mostOfOne = Math.max(mostOfOne, bytes);
            }
        }
        mostAtOnce = Math.max(mostAtOnce, sum);
    }

    private static boolean encodes(ProcessHandle child) {
        String name = child.info().command().map(Path::of).map(Path::getFileName).map(Path::toString).orElse("");
        return name.equals("ffmpeg") || name.equals("HandBrakeCLI");
    }

    @Override
    public void close() {
        sampler.close();
    }
}
