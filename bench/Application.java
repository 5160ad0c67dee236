package bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Atelier, started on a home of its own and a free port of this machine. */
final class Application implements AutoCloseable {
    private static final int MILLIS_TO_BUILD_AND_START = 20 * 60 * 1000;
    private static final Pattern FFMPEG = Pattern.compile("FFmpeg (\\S+) at ([^:]+):");

    private final Process process;
    private final Path home;
    private final Path log;
    private final Http http;

    private Application(Process process, Path home, Path log, Http http) {
        this.process = process;
        this.home = home;
        this.log = log;
        this.http = http;
    }

    static Application start(Options options, Path folder) throws IOException {
        Folders.makeFresh(folder.resolve("home"));
        return resume(options, folder);
    }

    /** Starts it on the home that an earlier one left. */
    static Application resume(Options options, Path folder) throws IOException {
        Path home = folder.resolve("home");
        Path log = folder.resolve("atelier.log");
        int port = freePort();
        List<String> call = new ArrayList<>(options.launcher());
        call.add("--server.port=" + port);
        ProcessBuilder builder = new ProcessBuilder(call)
                .directory(options.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("ATELIER_HOME", home.toString());
        switch (options.ffmpeg()) {
            case "path" -> {}
            case "bundled" -> builder.environment().put("PATH", Programs.withoutFfmpeg(folder.resolve("path")));
            default -> builder.environment().put("ATELIER_FFMPEG_FOLDER", options.ffmpeg());
        }
        Application application =
                new Application(Children.start(builder), home, log, new Http("http://127.0.0.1:" + port));
        application.awaitStart();
        return application;
    }

    Http http() {
        return http;
    }

    /** Copies a film into the inbox as {@code cp} does. */
    void deliver(Path film, String slug) throws IOException {
        deliverAs(film, slug + ".mp4");
    }

    /** The same under a name with its extension. */
    void deliverAs(Path film, String name) throws IOException {
        Path target = inbox(name);
        Files.createDirectories(target.getParent());
        Children.run(new ProcessBuilder("cp", film.toString(), target.toString()).inheritIO());
    }

    /** Where a file of that name lies until it is taken. */
    Path inbox(String name) {
        return home.resolve("inbox").resolve(name);
    }

    Path home() {
        return home;
    }

    Ffmpeg ffmpeg() throws IOException {
        Matcher found = FFMPEG.matcher(Files.readString(log));
        if (!found.find()) {
            throw new BenchException("Atelier did not log which FFmpeg it calls; see " + log + ".");
        }
        return new Ffmpeg(Path.of(found.group(2)), found.group(1));
    }

    /** Whether all of these words stand in what Atelier logged. */
    boolean logged(List<String> texts) throws IOException {
        String said = Files.readString(log);
        return texts.stream().allMatch(said::contains);
    }

    /** How many pictures it says that it has encoded for HD, of whatever artwork. */
    long framesEncoded() throws IOException {
        return frames("HD", "\\S+");
    }

    /** Of how many chunks of a rendition it says that it has encoded them. */
    int chunks(String rendition, String slug) throws IOException {
        return (int) Pattern.compile(" " + rendition + " chunk (\\d+) of " + slug + ": ")
                .matcher(Files.readString(log))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .count();
    }

    /**
     * How many pictures of a rendition it says that it has encoded.
     *
     * @param slug the artwork's, or a pattern of slugs
     */
    long frames(String rendition, String slug) throws IOException {
        return Pattern.compile(" " + rendition + " chunk \\d+ of " + slug + ": (\\d+) frames in ")
                .matcher(Files.readString(log))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** CPU seconds so far, those of processes that still run left out. */
    Usage usage() {
        OptionalLong database = Proc.child(process.pid(), "mariadbd");
        return new Usage(
                Proc.endedChildren(process.pid()),
                Proc.own(process.pid()),
                database.isPresent() ? Proc.own(database.getAsLong()) : 0,
                Proc.machine(),
                System.nanoTime() / 1e9,
                0);
    }

    @Override
    public void close() {
        Children.stop(process);
    }

    private void awaitStart() throws IOException {
        boolean up = Waiting.until(MILLIS_TO_BUILD_AND_START, 200, () -> !process.isAlive() || isUp());
        if (!up || !process.isAlive()) {
            System.err.println(Files.readString(log));
            throw new BenchException("Atelier did not start; what it said is above.");
        }
    }

    private boolean isUp() {
        return http.find("/actuator/health").filter(text -> text.contains("UP")).isPresent();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
