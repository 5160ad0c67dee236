package bench;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The processes that the benchmark has started: none of them outlives it. */
final class Children {
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private Children() {}

    static Process start(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            RUNNING.add(process);
            return process;
        } catch (IOException e) {
            throw new BenchException(builder.command().get(0) + " could not be started.", e);
        }
    }

    /** Runs a process to its end, which must be a good one. */
    static void run(ProcessBuilder builder) {
        Process process = start(builder);
        try {
            if (process.waitFor() != 0) {
                throw new BenchException("This failed: " + String.join(" ", builder.command()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.", e);
        } finally {
            stop(process);
        }
    }

    /** Asks a process to end, and kills it if it does not. */
    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        RUNNING.remove(process);
    }

    static void stopAll() {
        RUNNING.forEach(Children::stop);
    }
}
