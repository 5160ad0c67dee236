package atelier.processors.ffmpeg;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether a line shows that the program got further. FFmpeg's {@code -progress} repeats itself even when nothing
 * moves, so its lines count only where a position in them changed; every other line counts.
 */
final class Movement {
    private static final Set<String> POSITIONS = Set.of("frame", "out_time_us", "total_size");
    private static final Set<String> REPEATED = Set.of(
            "fps", "bitrate", "out_time_ms", "out_time", "dup_frames", "drop_frames", "speed", "progress", "elapsed");

    private final boolean reportsProgress;
    private final Map<String, String> positions = new HashMap<>();

    Movement(Program program) {
        reportsProgress = program == Program.FFMPEG;
    }

    boolean shownBy(String line) {
        if (!reportsProgress) {
            return true;
        }
        return ProgressLine.parse(line).map(this::moved).orElse(true);
    }

    private boolean moved(ProgressLine line) {
        if (POSITIONS.contains(line.key())) {
            return !line.value().equals(positions.put(line.key(), line.value()));
        }
        return !REPEATED.contains(line.key()) && !line.key().startsWith("stream_");
    }
}
