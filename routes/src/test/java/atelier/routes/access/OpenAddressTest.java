package atelier.routes.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1"})
    void onLoopbackAllMayBeOpen(String address) {
        assertThatCode(() -> OpenAddressException.unlessLoopback(Optional.of(InetAddress.getByName(address))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.4", "203.0.113.9"})
    void whereOthersReachItItDoesNotStartUnlessToldSo(String address) {
        assertThatThrownBy(() -> OpenAddressException.unlessLoopback(Optional.of(InetAddress.getByName(address))))
                .isInstanceOf(OpenAddressException.class)
                .hasMessageContainingAll("atelier.access.open=true", "atelier.access.issuer", "127.0.0.1");
    }

    @Test
    void noAddressIsEveryAddress() {
        assertThatThrownBy(() -> OpenAddressException.unlessLoopback(Optional.empty()))
                .hasMessageContaining("every address");
    }
}
