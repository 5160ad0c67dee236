package atelier.processors.notify.webhooks;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/** Posts events: to addresses that were checked, without following redirects, and never for longer than its patience. */
final class WebhookClient implements AutoCloseable {
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private final CloseableHttpClient toPublic;
    private final CloseableHttpClient toAny;
    private final Duration patience;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "webhook-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** @param patience how long one try may take in all */
    WebhookClient(Duration patience) {
        this.patience = patience;
        this.toPublic = client(new PublicAddresses(), patience);
        this.toAny = client(SystemDefaultDnsResolver.INSTANCE, patience);
    }

    private static CloseableHttpClient client(DnsResolver resolver, Duration patience) {
        Timeout timeout = Timeout.of(patience);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .setUserAgent("Atelier")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * Posts an event once.
     *
     * @param id of the event
     * @param timestampSeconds of this try
     */
    Answer post(Endpoint endpoint, String id, long timestampSeconds, byte[] body) {
        HttpPost request = new HttpPost(endpoint.url());
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(timestampSeconds));
        request.setHeader("webhook-signature", endpoint.signatures(id, timestampSeconds, body));
        // Each on a connection of its own: there are few, and what a connection led to was checked for it alone.
        request.setHeader("Connection", "close");
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        ScheduledFuture<?> end = watch.schedule(request::cancel, patience.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response =
                (endpoint.privateAddresses() ? toAny : toPublic).executeOpen(null, request, null)) {
            Answer answer = Answer.of(response.getCode(), retryAfter(response));
            // What else it says is not read, however long it is.
            request.cancel();
            return answer;
        } catch (PrivateAddressException e) {
            return Answer.none(e.getMessage());
        } catch (IOException | RuntimeException e) {
            return Answer.none(said(e, request.isCancelled()));
        } finally {
            end.cancel(false);
        }
    }

    /** The kind of trouble, without the address: that may hold a token. */
    private String said(Exception e, boolean late) {
        return late
                ? "It did not answer within " + patience.toSeconds() + " s."
                : "It could not be reached (" + e.getClass().getSimpleName() + ").";
    }

    private static Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        try {
            Duration asked = header == null
                    ? Duration.ZERO
                    : Duration.ofSeconds(Long.parseLong(header.getValue().strip()));
            return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        } catch (NumberFormatException e) {
            // A date: the usual pause will do.
            return Duration.ZERO;
        }
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        toPublic.close();
        toAny.close();
    }
}
