package atelier.processors.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Whether programs of the system are here and do what they are for: kernels and containers forbid some of it. */
final class Trial {
    private static final int SECONDS = 10;
    private static final Path SHELL = Path.of("/bin/sh");
    private static final List<Path> FOLDERS =
            Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin").map(Path::of).toList();

    private Trial() {}

    /** A program that becomes another one when it is called with these options. */
    static Optional<Path> of(String name, List<String> options) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .filter(program -> works(program, options))
                .findFirst();
    }

    /** Those that work here, the strongest first. */
    static List<Sandbox> sandboxes() {
        List<Sandbox> working = new ArrayList<>();
        FOLDERS.stream()
                .map(folder -> folder.resolve("bwrap"))
                .filter(Files::isExecutable)
                .map(Sandbox.Bubble::of)
                .filter(bubble -> works(bubble.before(new Reach(List.of(), Path.of("/usr")))))
                .findFirst()
                .ifPresent(working::add);
        Stream.of(Sandbox.NoNetwork.AS_ROOT, Sandbox.NoNetwork.AS_USER)
                .flatMap(options -> of("unshare", options).stream().map(path -> new Sandbox.NoNetwork(path, options)))
                .findFirst()
                .ifPresent(working::add);
        return working;
    }

    /** Whether both programs of FFmpeg start in a sandbox. */
    static boolean runs(Sandbox sandbox, FfmpegInstallation installation) {
        return Stream.of(Program.values()).allMatch(program -> {
            Path executable = installation.executable(program);
            Command version = new Command(program, List.of("-version"), executable.getParent());
            List<String> call = new ArrayList<>(sandbox.before(Reach.of(version, installation)));
            call.addAll(List.of(executable.toString(), "-version"));
            return ended(call, LocalPrograms.environment(version, installation));
        });
    }

    private static boolean works(Path program, List<String> options) {
        List<String> call = new ArrayList<>(List.of(program.toString()));
        call.addAll(options);
        return works(call);
    }

    private static boolean works(List<String> before) {
        List<String> call = new ArrayList<>(before);
        call.addAll(List.of(SHELL.toString(), "-c", ":"));
        return ended(call, Map.of("PATH", "/usr/bin:/bin"));
    }

    private static boolean ended(List<String> call, Map<String, String> environment) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(call).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
