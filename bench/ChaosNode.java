package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** A node that is started again whenever it has ended, as a service manager does. */
final class ChaosNode implements AutoCloseable {
    private static final Pattern ENCODE = Pattern.compile("-force_key_frames");
    private static final Pattern FAILURE = Pattern.compile("is given up|\\bat atelier\\.");

    private final String name;
    private final int port;
    private final List<String> call;
    private final Path root;
    private final Path log;
    private final Http http;
    private Process process;

    /** @param settings of Atelier, beside its port */
    ChaosNode(String name, Options options, int port, List<String> settings, Path folder) {
        this.name = name;
        this.port = port;
        this.root = options.root();
        this.log = folder.resolve(name + ".log");
        this.http = new Http("http://127.0.0.1:" + port);
        this.call = new ArrayList<>(options.launcher());
        this.call.add("--server.port=" + port);
        this.call.add("--atelier.node.name=" + name);
        this.call.addAll(settings);
    }

    String name() {
        return name;
    }

    Http http() {
        return http;
    }

    /** Starts it unless it runs. */
    void keep() {
        if (process == null || !process.isAlive()) {
            process = Children.start(new ProcessBuilder(call)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
        }
    }

    /** Starts it and waits until it answers. */
    void awaitUp(long millis) {
        boolean up = Waiting.until(millis, 300, () -> {
            keep();
            return isUp();
        });
        if (!up) {
            throw new BenchException(name + " at port " + port + " did not come up; what it said is in " + log + ".");
        }
    }

    boolean isUp() {
        return http.find("/actuator/health").filter(text -> text.contains("UP")).isPresent();
    }

    /** Its own process. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** One of the processes below it that run a program. */
    Optional<ProcessHandle> child(String program, Random random) {
        List<ProcessHandle> found = process.descendants()
                .filter(each -> each.info()
                        .command()
                        .filter(path -> path.endsWith("/" + program))
                        .isPresent())
                .sorted()
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    /** How many chunks it has begun to encode, of each rendition, since it was made. */
    long encodesBegun() throws IOException {
        return ENCODE.matcher(said()).results().count();
    }

    /** Lines that tell of work which was given up. */
    List<String> complaints() throws IOException {
        return said().lines()
                .filter(line -> FAILURE.matcher(line).find())
                .limit(20)
                .toList();
    }

    private String said() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    @Override
    public void close() {
        if (process != null) {
            Children.stop(process);
        }
    }
}
