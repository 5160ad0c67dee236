package atelier.processors.notify.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.config.Webhook;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static Webhook webhook(String name, String url, Set<String> events, String... secrets) {
        return new Webhook(name, URI.create(url), List.of(secrets), events, false);
    }

    @ParameterizedTest
    @CsvSource({
        "a, ftp://films.example/hook, atelier.webhooks[n].url",
        "a, https:///hook, atelier.webhooks[n].url",
        "a, https://user:pass@films.example/hook, atelier.webhooks[n].url",
        "a b, https://films.example/hook, atelier.webhooks[n].name",
        "a/1, https://films.example/hook, atelier.webhooks[n].name"
    })
    void whatCannotBeUsedIsRefusedAtTheStart(String name, String url, String setting) {
        assertThatThrownBy(() -> new Endpoints(List.of(webhook(name, url, Set.of(), SECRET))))
                .isInstanceOf(WebhookSettingsException.class)
                .hasMessageContaining(setting)
                .hasMessageNotContaining("pass");
    }

    @Test
    void anEventThatThereIsNotIsRefused() {
        Webhook webhook = webhook("a", "https://films.example", Set.of("artwork.sold"), SECRET);

        assertThatThrownBy(() -> new Endpoints(List.of(webhook)))
                .hasMessageContaining("'artwork.sold'")
                .hasMessageContaining("artwork.playable");
    }

    @Test
    void oneWithoutASecretIsRefused() {
        assertThatThrownBy(() -> new Endpoints(List.of(webhook("a", "https://films.example", Set.of()))))
                .hasMessageContaining("no secret");
    }

    @Test
    void twoOfOneNameAreRefused() {
        Webhook one = webhook("", "https://films.example/1", Set.of(), SECRET);
        Webhook other = webhook("", "https://films.example/2", Set.of(), SECRET);

        assertThatThrownBy(() -> new Endpoints(List.of(one, other))).hasMessageContaining("'films.example'");
    }

    @Test
    void neitherTheSecretNorATokenInTheAddressIsShown() {
        Webhook webhook = webhook("", "https://films.example/hook/t0ken?key=t0ken", Set.of(), SECRET);

        Endpoint endpoint = new Endpoints(List.of(webhook)).all().iterator().next();

        assertThat(endpoint.origin()).isEqualTo("https://films.example");
        assertThat(endpoint + " " + webhook).doesNotContain("t0ken").doesNotContain("MfKQ");
    }
}
