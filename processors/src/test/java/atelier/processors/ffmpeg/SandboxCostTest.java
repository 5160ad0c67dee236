package atelier.processors.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a sandbox costs each call, as the log of this test tells. */
class SandboxCostTest {
    private static final Logger log = LoggerFactory.getLogger(SandboxCostTest.class);
    private static final int CALLS = 50;

    /** Far above what it is (a few milliseconds): other things run on this machine too. */
    private static final Duration MOST = Duration.ofMillis(60);

    @TempDir
    Path folder;

    @Test
    void aCallStartsHardlyLaterInASandbox() {
        List<Sandbox> all = new ArrayList<>(List.of(new Sandbox.Open()));
        all.addAll(Trial.sandboxes());
        all.forEach(this::median);
        Duration bare = median(all.get(0));

        for (Sandbox sandbox : all) {
            Duration median = median(sandbox);
            log.info("a call in {}: {} µs", sandbox.getClass().getSimpleName(), median.toNanos() / 1000);
            assertThat(median.minus(bare)).isLessThan(MOST);
        }
    }

    private Duration median(Sandbox sandbox) {
        FakeProgram fake = FakeProgram.of(folder, "exit 0");
        LocalPrograms programs = new LocalPrograms(
                fake.installation(), FakeProgram.GRACE, Protections.detect().with(sandbox));
        long[] nanos = new long[CALLS];
        for (int call = 0; call < CALLS; call++) {
            long start = System.nanoTime();
            programs.run(fake.command(Program.FFMPEG), FakeProgram.lasting(20, 20), line -> {});
            nanos[call] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[CALLS / 2]);
    }
}
