package atelier.processors.notify.webhooks;

import atelier.config.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A system that is told, on this machine: it notes what it is told, and answers as it is asked to. */
final class Receiver implements AutoCloseable {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String OLD_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    /** What came. */
    record Heard(String path, String id, String timestamp, String signature, String body) {
        /** Its type and what it is of. */
        String what() {
            return body.replaceFirst(".*\"type\":\"([^\"]*)\".*?\"slug\": ?\"([^\"]*)\".*", "$1 $2");
        }
    }

    final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final HttpServer server;
    private final String name;

    private Receiver(String name, HttpServer server) {
        this.name = name;
        this.server = server;
    }

    static Receiver start(String name) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Receiver receiver = new Receiver(name, server);
            server.createContext("/", receiver::answer);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers so, one after the other, and then 204. */
    synchronized void answers(int... statuses) {
        for (int each : statuses) {
            answers.add(each);
        }
    }

    private synchronized int next() {
        return answers.isEmpty() ? 204 : answers.pop();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(new Heard(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body));
        int status = next();
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    Webhook webhook(boolean privateAddresses, String... events) {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/hook");
        return new Webhook(name, url, List.of(SECRET, OLD_SECRET), Set.of(events), privateAddresses);
    }

    List<String> what() {
        return heard.stream().map(Heard::what).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
