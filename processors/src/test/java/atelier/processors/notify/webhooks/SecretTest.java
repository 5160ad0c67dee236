package atelier.processors.notify.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    /** The example of the Standard Webhooks libraries. */
    @Test
    void signsAsStandardWebhooksDoes() {
        Secret secret = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "a");

        assertThat(secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1_614_265_330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_c2hvcnQ=",
                "whsec_!!fKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void whatIsNoSecretIsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> Secret.of(text, "studio"))
                .isInstanceOf(WebhookSettingsException.class)
                .hasMessageContaining("'studio'")
                .hasMessageContaining("openssl rand")
                .hasMessageNotContaining("fKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @Test
    void tellsItsKeyToNobody() {
        assertThat(Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "a")).hasToString("whsec_…");
    }
}
