package atelier.routes.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Outcome;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.ProgramException.Cause;
import atelier.processors.ffmpeg.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProgramRoutesTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), 0, 0);
    private static final String ENDLESS =
            "-v error -re -f lavfi -i testsrc2 -stats_period 0.1 -progress pipe:1 -nostats -f null -";

    @TempDir
    Path folder;

    private CamelContext camel;
    private Programs programs;

    @BeforeEach
    void theRouteAlone() throws Exception {
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("programBinding", new ProgramBinding());
        camel.getRegistry().bind("supervisedCommandExecutor", new SupervisedCommandExecutor(FfmpegForTests.programs()));
        camel.addRoutes(new ProgramRoutes());
        camel.start();
        programs = new ExecPrograms(camel.createProducerTemplate());
    }

    @AfterEach
    void noMore() {
        camel.stop();
    }

    @Test
    void aCallGoesThroughTheRouteAndItsOutcomeComesBack() {
        List<String> lines = new ArrayList<>();

        Outcome outcome = programs.run(
                ffmpeg("-v error -f lavfi -i testsrc2=s=1280x720:d=4 -c:v libx264 -threads 1"
                        + " -stats_period 0.1 -progress pipe:1 -nostats -y out.mp4"),
                LIMITS,
                lines::add);

        assertThat(lines).contains("frame=100", "progress=end");
        assertThat(folder.resolve("out.mp4")).isNotEmptyFile();
        assertThat(outcome.wall()).isPositive();
        assertThat(outcome.cpu()).isPositive();
    }

    @Test
    void ffprobeTakesTheSameWay() {
        List<String> lines = new ArrayList<>();

        programs.run(
                new Command(
                        Program.FFPROBE,
                        List.of(
                                "-v",
                                "error",
                                "-f",
                                "lavfi",
                                "-show_entries",
                                "stream=width",
                                "-of",
                                "csv",
                                "testsrc2"),
                        folder),
                LIMITS,
                lines::add);

        assertThat(lines).containsExactly("stream,320");
    }

    @Test
    void progressArrivesBeforeTheEndAndInterruptionStopsTheCall() throws Exception {
        CompletableFuture<Thread> moving = new CompletableFuture<>();
        CompletableFuture<Cause> end = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            try {
                programs.run(ffmpeg(ENDLESS), LIMITS, line -> moving.complete(Thread.currentThread()));
            } catch (ProgramException e) {
                end.complete(Thread.currentThread().isInterrupted() ? e.cause() : Cause.FAILED);
            }
        });
        worker.start();
        assertThat(moving.get(20, TimeUnit.SECONDS)).as("the thread that waits").isSameAs(worker);
        assertThat(end).isNotDone();

        worker.interrupt();

        assertThat(end.get(20, TimeUnit.SECONDS)).isEqualTo(Cause.INTERRUPTED);
        assertThat(ffmpegsHere()).isEmpty();
    }

    @Test
    void aFailureComesOutAsItWasThrown() throws Exception {
        Files.writeString(folder.resolve("bad.mp4"), "this is not video");

        assertThatThrownBy(() -> programs.run(ffmpeg("-v error -i bad.mp4 -f null -"), LIMITS, line -> {}))
                .isInstanceOfSatisfying(ProgramException.class, e -> {
                    assertThat(e.cause()).isEqualTo(Cause.FAILED);
                    assertThat(e.exitCode()).isPositive();
                    assertThat(String.join("\n", e.lastErrorLines())).contains("Invalid data");
                });
    }

    @Test
    void aListenersExceptionComesOutAsItWasThrownAndStopsTheCall() {
        IllegalStateException refusal = new IllegalStateException("enough");

        assertThatThrownBy(() -> programs.run(ffmpeg(ENDLESS), LIMITS, line -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(ffmpegsHere()).isEmpty();
    }

    @Test
    void aCallIsStoppedWhenItsTimeIsOver() {
        Limits brief = new Limits(Duration.ofSeconds(1), Duration.ofSeconds(30), 0, 0);

        assertThatThrownBy(() -> programs.run(ffmpeg(ENDLESS), brief, line -> {}))
                .isInstanceOfSatisfying(
                        ProgramException.class, e -> assertThat(e.cause()).isEqualTo(Cause.TIMED_OUT));
    }

    @Test
    void headersCannotTurnACallIntoAnother() {
        assertThatThrownBy(() -> camel.createProducerTemplate()
                        .requestBodyAndHeader("direct:program", "no call", "CamelExecCommandExecutable", "/bin/true"))
                .rootCause()
                .hasMessageContaining("ProgramCall");
    }

    private List<ProcessHandle> ffmpegsHere() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/ffmpeg"))
                .toList();
    }

    private Command ffmpeg(String arguments) {
        List<String> words = new ArrayList<>(List.of("-hide_banner", "-nostdin"));
        words.addAll(Arrays.asList(arguments.split(" ")));
        return new Command(Program.FFMPEG, words, folder);
    }
}
