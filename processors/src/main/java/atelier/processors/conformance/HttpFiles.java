package atelier.processors.conformance;

import atelier.processors.catalog.MediaAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Files that a web server serves; redirects are not followed, since players would have to. What is listed before it is made is waited for,
 * as players wait for it: 503 with {@code Retry-After}.
 */
final class HttpFiles implements PublishedFiles {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_FOUND = 404;
    private static final int NOT_YET = 503;

    /** Times that it is come back for what is not made yet, each some seconds later. */
    private static final int TRIES = 60;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String root;

    /** @param root address that keys are relative to, with a slash at its end */
    HttpFiles(String root) {
        this.root = root;
    }

    @Override
    public OptionalLong size(String key) {
        HttpResponse<Void> answer =
                send(request(key).method("HEAD", HttpRequest.BodyPublishers.noBody()), BodyHandlers.discarding());
        if (answer.statusCode() == NOT_FOUND) {
            // To be asked whether it is there makes nothing.
            answer = send(request(key), BodyHandlers.discarding());
        }
        if (answer.statusCode() == NOT_FOUND) {
            return OptionalLong.empty();
        }
        require(key, answer.statusCode() == OK, answer.statusCode());
        // Without a length it is there, and its content says how long it is.
        return OptionalLong.of(
                answer.headers().firstValueAsLong("Content-Length").orElse(Long.MAX_VALUE));
    }

    @Override
    public InputStream open(String key, long offset) {
        HttpRequest.Builder request = request(key);
        if (offset > 0) {
            request.header("Range", "bytes=" + offset + "-");
        }
        HttpResponse<InputStream> answer = send(request, BodyHandlers.ofInputStream());
        require(key, answer.statusCode() == (offset > 0 ? PARTIAL : OK), answer.statusCode());
        return answer.body();
    }

    private HttpRequest.Builder request(String key) {
        // Who understands problems is told to come again; others are sent boxes without content meanwhile.
        return HttpRequest.newBuilder(URI.create(root + encoded(key)))
                .header("Accept", "application/problem+json, */*")
                .timeout(PATIENCE);
    }

    private static String encoded(String key) {
        return MediaAddress.path(key).substring(1);
    }

    private void require(String key, boolean right, int status) {
        if (!right) {
            throw new UncheckedIOException(new IOException(root + key + " is answered with status " + status));
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            HttpResponse<T> answer = client.send(request.build(), handler);
            for (int time = 1;
                    time < TRIES
                            && answer.statusCode() == NOT_YET
                            && pause(answer).isPresent();
                    time++) {
                Thread.sleep(TimeUnit.SECONDS.toMillis(pause(answer).getAsLong()));
                answer = client.send(request.build(), handler);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(root + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The check was stopped.");
        }
    }

    private static OptionalLong pause(HttpResponse<?> answer) {
        return answer.headers().firstValueAsLong("Retry-After");
    }
}
