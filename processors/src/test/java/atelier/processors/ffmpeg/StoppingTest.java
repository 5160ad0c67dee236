package atelier.processors.ffmpeg;

import static atelier.processors.ffmpeg.FakeProgram.lasting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import atelier.processors.ffmpeg.ProgramException.Cause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class StoppingTest {
    private static final String PID = "echo $$ > pid";

    @TempDir
    Path folder;

    @Test
    void aProgramThatTakesTooLongIsStoppedWithAllItStarted() {
        FakeProgram fake = fake(PID, "sleep 60 & echo $! > child", "sleep 60");

        assertThat(causeOfEnd(fake, Program.FFMPEG, lasting(0.4, 20))).isEqualTo(Cause.TIMED_OUT);
        assertThat(fake.stillThere("pid")).isFalse();
        assertThat(fake.stillThere("child")).isFalse();
    }

    @Test
    void aProgramMayTidyUpBeforeItEnds() {
        FakeProgram fake = fake("trap 'echo tidy > tidied; exit 255' TERM", "while :; do sleep 0.05; done");

        assertThat(causeOfEnd(fake, Program.FFMPEG, lasting(0.4, 20))).isEqualTo(Cause.TIMED_OUT);
        assertThat(folder.resolve("tidied")).exists();
    }

    @Test
    void aProgramThatDoesNotListenIsKilledAfterTheGracePeriod() {
        FakeProgram fake = fake(PID, "trap '' TERM INT", "while :; do sleep 0.05; done");
        long start = System.nanoTime();

        assertThat(causeOfEnd(fake, Program.FFMPEG, lasting(0.4, 20))).isEqualTo(Cause.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(FakeProgram.GRACE);
        assertThat(fake.stillThere("pid")).isFalse();
    }

    @Test
    void aProgramThatFillsItsOutputIsStoppedAllTheSame() {
        FakeProgram fake = fake("trap 'seq 1 100000; echo tidy > tidied; exit 1' TERM", "while :; do sleep 0.05; done");

        assertThat(causeOfEnd(fake, Program.FFPROBE, lasting(0.4, 20))).isEqualTo(Cause.TIMED_OUT);
        assertThat(folder.resolve("tidied")).exists();
    }

    @Test
    void aSilentProgramIsStale() {
        assertThat(causeOfEnd(fake("sleep 60"), Program.FFPROBE, lasting(20, 0.4)))
                .isEqualTo(Cause.STALE);
    }

    @Test
    void aProgramThatOnlyRepeatsItsProgressIsStale() {
        FakeProgram fake = fake("while :; do", progress("7", "0.1"), "done");

        assertThat(causeOfEnd(fake, Program.FFMPEG, lasting(20, 0.6))).isEqualTo(Cause.STALE);
    }

    @Test
    void aProgramThatGetsFurtherSlowlyIsNotStale() {
        FakeProgram fake = fake("for i in 1 2 3 4 5 6 7 8 9 10; do", progress("$i", "0.25"), "done");

        assertThat(fake.run(Program.FFMPEG, lasting(20, 2), line -> {}).wall()).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void everyLineOfFfprobeIsProgress() {
        FakeProgram fake = fake("for i in 1 2 3 4 5 6 7 8 9 10; do echo frame=1; sleep 0.25; done");

        assertThat(fake.run(Program.FFPROBE, lasting(20, 2), line -> {}).wall()).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void timeThatTheListenerNeedsIsNotHeldAgainstTheProgram() {
        FakeProgram fake = fake("echo a; echo b");
        List<String> heard = new ArrayList<>();

        fake.run(Program.FFPROBE, lasting(20, 1.5), line -> {
            heard.add(line);
            slowly(Duration.ofSeconds(2));
        });

        assertThat(heard).containsExactly("a", "b");
    }

    @Test
    void aProcessLeftBehindThatHoldsTheOutputOpenDoesNotDelayTheEnd() {
        FakeProgram fake = fake("echo done", "sleep 60 & echo $! > child");
        List<String> heard = new ArrayList<>();

        Outcome outcome = fake.run(Program.FFMPEG, lasting(20, 20), heard::add);

        assertThat(heard).containsExactly("done");
        assertThat(outcome.wall()).isLessThan(Duration.ofSeconds(30));
        awaitEnd(fake, "child");
    }

    @Test
    void aProcessLeftBehindThatHoldsTheErrorsOpenDoesNotDelayTheEndEither() {
        FakeProgram fake = fake("echo said >&2", "sleep 60 >/dev/null & echo $! > child", "exit 3");

        assertThatThrownBy(() -> fake.run(Program.FFMPEG, lasting(20, 20), line -> {}))
                .isInstanceOfSatisfying(
                        ProgramException.class,
                        e -> assertThat(e.lastErrorLines()).containsExactly("said"));
        awaitEnd(fake, "child");
    }

    @Test
    void aProcessLeftBehindThatHoldsNothingIsKilledToo() {
        FakeProgram fake = fake("sleep 60 >/dev/null 2>&1 & echo $! > child");

        fake.lines();

        awaitEnd(fake, "child");
    }

    @Test
    void interruptingTheCallerStopsTheProgram() throws Exception {
        FakeProgram fake = fake(PID, "echo started", "sleep 60");
        CompletableFuture<Void> started = new CompletableFuture<>();
        CompletableFuture<Cause> cause = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                fake.run(Program.FFMPEG, lasting(20, 20), line -> started.complete(null));
            } catch (ProgramException e) {
                flag.complete(Thread.currentThread().isInterrupted());
                cause.complete(e.cause());
            }
        });
        caller.start();
        started.get(10, TimeUnit.SECONDS);

        caller.interrupt();

        assertThat(cause.get(10, TimeUnit.SECONDS)).isEqualTo(Cause.INTERRUPTED);
        assertThat(flag.get()).as("the thread is still interrupted").isTrue();
        assertThat(fake.stillThere("pid")).isFalse();
    }

    @Test
    void anInterruptedCallerStartsNothing() {
        FakeProgram fake = fake(PID);
        Thread.currentThread().interrupt();

        assertThat(causeOfEnd(fake, Program.FFMPEG, lasting(20, 20))).isEqualTo(Cause.INTERRUPTED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("pid")).doesNotExist();
    }

    @Test
    void anExceptionOfTheListenerStopsTheProgramAndIsPassedOn() {
        FakeProgram fake = fake(PID, "echo line", "sleep 60");
        RuntimeException refusal = new IllegalArgumentException("not this line");

        assertThatThrownBy(() -> fake.run(Program.FFMPEG, lasting(20, 20), line -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(fake.stillThere("pid")).isFalse();
    }

    private FakeProgram fake(String... lines) {
        return FakeProgram.of(folder, lines);
    }

    private static String progress(String frame, String pause) {
        return "echo frame=" + frame + "; echo fps=$(date +%N); echo out_time_us=N/A; echo speed=$(date +%N)x;"
                + " echo progress=continue; sleep " + pause;
    }

    private static Cause causeOfEnd(FakeProgram fake, Program program, Limits limits) {
        List<Cause> causes = new ArrayList<>();
        assertThatThrownBy(() -> fake.run(program, limits, line -> {}))
                .isInstanceOfSatisfying(ProgramException.class, e -> causes.add(e.cause()));
        return causes.get(0);
    }

    /** Stands for a database that takes its time. */
    private static void slowly(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A killed process lets go of its pipes a moment before it counts as dead. It would sleep much longer than this waits. */
    private static void awaitEnd(FakeProgram fake, String pidFile) {
        await().atMost(Duration.ofMinutes(3)).until(() -> !fake.stillThere(pidFile));
    }
}
