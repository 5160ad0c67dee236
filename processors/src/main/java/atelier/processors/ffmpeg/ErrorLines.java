package atelier.processors.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program's standard error, drained on a thread of its own: its last lines, and the CPU time if it states it. */
final class ErrorLines implements Runnable {
    private static final int KEPT = 40;
    private static final Pattern BENCH = Pattern.compile("bench: utime=([0-9.]+)s stime=([0-9.]+)s .*");

    private final InputStream stream;
    private final Deque<String> last = new ArrayDeque<>();
    private Optional<Duration> cpu = Optional.empty();

    ErrorLines(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public void run() {
        try {
            Lines.read(stream, lines -> lines.forEach(this::add));
        } catch (IOException e) {
            // The pipe breaks when the program is killed: its exit code tells the story.
        }
    }

    synchronized void add(String line) {
        Matcher bench = BENCH.matcher(line);
        if (bench.matches()) {
            cpu = Optional.of(seconds(bench.group(1)).plus(seconds(bench.group(2))));
        }
        last.addLast(line);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    synchronized List<String> last() {
        return List.copyOf(last);
    }

    /** What {@code -benchmark} prints at the end; FFmpeg does so only at log level {@code info} and above. */
    synchronized Optional<Duration> cpu() {
        return cpu;
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
    }
}
