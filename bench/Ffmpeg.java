package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The FFmpeg that Atelier itself calls.
 *
 * @param program where it lies
 * @param version as it states it
 */
record Ffmpeg(Path program, String version) {
    private static final long SELF = ProcessHandle.current().pid();

    /** Runs it to its end and returns what that cost. */
    Usage run(Path folder, List<String> arguments) {
        List<String> call = new ArrayList<>(List.of(program.toString(), "-hide_banner", "-nostdin", "-y", "-xerror", "-v", "error"));
        call.addAll(arguments);
        return cost(builder(call, folder));
    }

    /** What a program costs that is run to its end, its CPU told as FFmpeg's. */
    static Usage cost(ProcessBuilder program) {
        double children = Proc.endedChildren(SELF);
        double machine = Proc.machine();
        double own = Proc.own(SELF);
        long start = System.nanoTime();
        Children.run(program);
        double wall = (System.nanoTime() - start) / 1e9;
        double cpu = Proc.endedChildren(SELF) - children;
        double others = Proc.machine() - machine - cpu - (Proc.own(SELF) - own);
        return new Usage(cpu, 0, 0, Math.max(0, others), wall, 0);
    }

    private ProcessBuilder builder(List<String> call, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(call).directory(folder.toFile()).inheritIO();
        // The bundled one finds its libraries beside itself.
        builder.environment().put("LD_LIBRARY_PATH", program.getParent().toString());
        return builder;
    }

    String describe() throws IOException {
        return version + " (" + (program.startsWith("/usr") ? "of the system: " + program : program) + ")";
    }
}
