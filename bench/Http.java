package bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks Atelier, as a page or a player does. */
final class Http {
    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Http(String base) {
        this.base = URI.create(base);
    }

    URI at(String path) {
        return base.resolve(path);
    }

    /** The text at a path; none unless that is answered with success. */
    Optional<String> find(String path) {
        return find(at(path));
    }

    Optional<String> find(URI address) {
        return ask("GET", address, Duration.ofSeconds(10));
    }

    /** Saves what is at a path; it must be there. */
    void save(String path, Path file) {
        try {
            HttpRequest request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofMinutes(2)).build();
            int status = client.send(request, BodyHandlers.ofFile(file)).statusCode();
            if (status != 200) {
                throw new BenchException(path + " answered " + status + ".");
            }
        } catch (IOException e) {
            throw new BenchException(path + " could not be saved.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.", e);
        }
    }

    /** Asks for something to be done; what it answers if that is a success. */
    Optional<String> call(String method, String path) {
        return ask(method, at(path), Duration.ofMinutes(10));
    }

    private Optional<String> ask(String method, URI address, Duration patience) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .method(method, BodyPublishers.noBody())
                    .timeout(patience)
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() / 100 == 2 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // It is not up yet.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.", e);
        }
    }
}
