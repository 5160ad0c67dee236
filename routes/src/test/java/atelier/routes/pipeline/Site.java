package atelier.routes.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.web.util.UriUtils;

/** The running application, as somebody outside sees it. */
final class Site {
    private final Environment environment;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    Site(Environment environment) {
        this.environment = environment;
    }

    /** An address of the application, of an unencoded path: each part is encoded, as {@code encodeURIComponent} does. */
    URI address(String path) {
        String encoded = Arrays.stream(path.split("/", -1))
                .map(part -> UriUtils.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/"));
        return root().resolve(encoded);
    }

    /** What the application's own addresses are relative to. */
    URI root() {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/");
    }

    /** Asks, with headers as name, value, name, value. */
    HttpResponse<byte[]> ask(String method, URI address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build(), BodyHandlers.ofByteArray());
    }

    /** Puts JSON there; the status of the answer. */
    int put(String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return send(request, BodyHandlers.discarding()).statusCode();
    }

    /** What is there; anything but 200 is an error. */
    byte[] bytes(URI address) {
        HttpResponse<byte[]> answer = ask("GET", address);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    String text(URI address) {
        return new String(bytes(address), StandardCharsets.UTF_8);
    }

    JsonNode json(String path) {
        return parse(text(address(path)));
    }

    JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stream that stays open. */
    InputStream stream(String path) {
        return stream(address(path));
    }

    InputStream stream(URI address) {
        return send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
                .body();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(request + " was not answered.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(request + " was interrupted.", e);
        }
    }
}
