package atelier.processors.ffmpeg;

import java.time.Duration;
import java.util.Optional;

/** A process's CPU time as seen from outside, which is possible only while it lives. */
final class CpuTime {
    private static final long BETWEEN = Duration.ofMillis(200).toNanos();

    private final ProcessHandle started;
    private Optional<ProcessHandle> program;
    private Duration seen = Duration.ZERO;
    private long looked;

    /** @param waits whether what was started waits for the program, as its child */
    CpuTime(ProcessHandle started, boolean waits) {
        this.started = started;
        program = waits ? Optional.empty() : Optional.of(started);
        looked = System.nanoTime();
    }

    /** Looks now and then, and whenever FFmpeg has reported its progress: its last report comes with its work done. */
    void sample(Optional<String> line) {
        boolean report = line.filter(text -> text.startsWith("progress=")).isPresent();
        if (report || System.nanoTime() - looked > BETWEEN) {
            looked = System.nanoTime();
            program = program.or(() -> started.children().findFirst());
            seen = program.flatMap(each -> each.info().totalCpuDuration()).orElse(seen);
        }
    }

    Duration seen() {
        return seen;
    }
}
