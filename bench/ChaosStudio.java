package bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One node or two on one home and one database, which the first of them has; and films that are delivered to them. */
final class ChaosStudio implements AutoCloseable {
    private static final long START_MILLIS = 10 * 60 * 1000;

    private final Path folder;
    private final Path home;
    private final List<ChaosNode> nodes = new ArrayList<>();

    private ChaosStudio(Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
    }

    /** @param settings of Atelier, beside those that small films want */
    static ChaosStudio open(Options options, Path folder, int nodes, List<String> settings) throws IOException {
        ChaosStudio studio = new ChaosStudio(folder);
        Files.createDirectories(studio.home);
        int database = freePort();
        List<String> shared = new ArrayList<>(List.of(
                "--atelier.home=" + studio.home,
                "--atelier.batch.nights=1",
                "--atelier.chunks.min=2s",
                "--atelier.chunks.max=5s",
                "--atelier.renditions.SD.width=240",
                "--atelier.renditions.SD.height=136",
                "--atelier.work.slots=2"));
        shared.addAll(settings);
        List<String> first = new ArrayList<>(shared);
        first.add("--atelier.database.port=" + database);
        studio.nodes.add(new ChaosNode("north", options, freePort(), first, folder));
        studio.nodes.get(0).awaitUp(START_MILLIS);
        if (nodes == 1) {
            return studio;
        }
        List<String> second = new ArrayList<>(shared);
        second.add("--atelier.node.work=" + folder.resolve("work-of-south"));
        second.add("--atelier.database.url=jdbc:mariadb://127.0.0.1:" + database + "/atelier");
        second.add("--atelier.database.username=atelier");
        second.add("--atelier.database.password=" + Files.readString(studio.home.resolve("db/password")).strip());
        studio.nodes.add(new ChaosNode("south", options, freePort(), second, folder));
        studio.nodes.get(1).awaitUp(START_MILLIS);
        return studio;
    }

    List<ChaosNode> nodes() {
        return nodes;
    }

    Path home() {
        return home;
    }

    /** Puts a film into the inbox at once, as a move does. */
    void deliver(String slug, Path film) throws IOException {
        Path outside = folder.resolve("delivery-" + slug + ".mp4");
        Files.copy(film, outside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(outside, home.resolve("inbox").resolve(slug + ".mp4"), StandardCopyOption.ATOMIC_MOVE);
    }

    void keep() {
        nodes.forEach(ChaosNode::keep);
    }

    void awaitUp() {
        nodes.forEach(node -> node.awaitUp(START_MILLIS));
    }

    /** Waits until all is made; the artworks that are not. */
    List<String> awaitReady(List<String> slugs, long millis) {
        List<String> left = new ArrayList<>(slugs);
        Waiting.until(millis, 500, () -> {
            keep();
            left.removeIf(slug -> nodes.stream().anyMatch(node -> isReady(node.http(), slug)));
            return left.isEmpty();
        });
        return left;
    }

    private static boolean isReady(Http http, String slug) {
        return http.find("/api/artworks/" + slug)
                        .filter(text -> text.contains("\"state\":\"ready\""))
                        .isPresent()
                && new Library(http).isSettled(slug);
    }

    Map<String, Exhibit> exhibits(Map<String, Path> films) throws IOException {
        Map<String, Exhibit> exhibits = new TreeMap<>();
        for (Map.Entry<String, Path> film : films.entrySet()) {
            exhibits.put(film.getKey(), Exhibit.of(nodes.get(0).http(), film.getKey(), film.getValue(), folder));
        }
        return exhibits;
    }

    long encodesBegun() throws IOException {
        long begun = 0;
        for (ChaosNode node : nodes) {
            begun += node.encodesBegun();
        }
        return begun;
    }

    /** All files below the home by their paths, hidden ones too. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Processes that know of this folder. */
    List<String> processes() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            all.filter(each -> each.pid() != ProcessHandle.current().pid())
                    .forEach(each -> found.put(Long.toString(each.pid()), Proc.commandLine(each.pid())));
        }
        return found.entrySet().stream()
                .filter(each -> each.getValue().contains(folder.toString()))
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        // The one that has the database last.
        for (int node = nodes.size() - 1; node >= 0; node--) {
            nodes.get(node).close();
        }
    }
}
