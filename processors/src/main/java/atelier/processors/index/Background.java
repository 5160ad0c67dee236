package atelier.processors.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a thread leave the processor to what is encoded. Java's own thread priorities do nothing on Linux; there each thread
 * has a niceness of its own, which any of its owner's processes can raise and none can lower.
 */
public final class Background {
    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final Path SELF = Path.of("/proc/thread-self");
    private static final Path RENICE = Path.of("/usr/bin/renice");

    /** A tenth of the share of others, where both want the same core: films that are read go before what is encoded in the background. */
    private static final int NICENESS = 10;

    /** Of the fields behind the name, in proc(5)'s {@code stat}. */
    private static final int NICENESS_FIELD = 16;

    private Background() {}

    /** Of the calling thread, for ever; where that cannot be done, it goes on as it is. */
    public static void enter() throws InterruptedException {
        try {
            if (niceness() < NICENESS) {
                renice(Files.readSymbolicLink(SELF).getFileName().toString());
            }
        } catch (IOException e) {
            log.debug("Reading is not put into the background: {}", e.getMessage());
        }
    }

    /** How nice the calling thread is. */
    static int niceness() throws IOException {
        String stat = Files.readString(SELF.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Integer.parseInt(fields[NICENESS_FIELD]);
    }

    private static void renice(String thread) throws IOException, InterruptedException {
        List<String> call = List.of(RENICE.toString(), "-n", Integer.toString(NICENESS), "-p", thread);
        Process process = new ProcessBuilder(call)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
