package atelier.routes.pipeline;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A film on a web server and one in a folder, each of which notices when it is fetched. */
final class Bait implements AutoCloseable {
    /** Older than the file's content, so that even mounts which rarely note an access note this one. */
    private static final FileTime NEVER = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));

    private final Path file;
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** @param film copied into the folder */
    Bait(Path film, Path folder) throws IOException {
        byte[] content = Files.readAllBytes(film);
        file = Files.copy(film, folder.resolve("bait.ts"), StandardCopyOption.REPLACE_EXISTING);
        Files.setAttribute(file, "lastAccessTime", NEVER);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, content.length);
            try (var body = exchange.getResponseBody()) {
                body.write(content);
            }
        });
        server.start();
    }

    Path file() {
        return file;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/bait.ts";
    }

    /** Which of the two were fetched. */
    List<String> fetched() throws IOException {
        List<String> fetched = new ArrayList<>();
        if (!Files.getAttribute(file, "lastAccessTime").equals(NEVER)) {
            fetched.add("file");
        }
        if (!requests.isEmpty()) {
            fetched.add("http");
        }
        return fetched;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
