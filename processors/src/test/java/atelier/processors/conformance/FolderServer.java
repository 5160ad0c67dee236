package atelier.processors.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Serves a folder on this machine alone: GET, HEAD, and ranges without an end. Of some files it says at first that they are not made yet. */
final class FolderServer implements AutoCloseable {
    private final HttpServer server;
    private final Path folder;
    private final Set<String> notYet;

    /** @param notYet paths that are answered with 404, and from when they were asked for by GET, as they are */
    FolderServer(Path folder, String... notYet) throws IOException {
        this.folder = folder;
        this.notYet = new HashSet<>(List.of(notYet));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            Path file = folder.resolve(path);
            if (notYet.contains(path) && exchange.getRequestMethod().equals("GET")) {
                notYet.remove(path);
                exchange.getResponseHeaders().set("Retry-After", "1");
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (notYet.contains(path) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
            exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
            exchange.getResponseBody().write(Arrays.copyOfRange(content, from, content.length));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
