package atelier.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.AtelierProperties;
import atelier.routes.access.ProblemAnswer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SameOriginOnlyTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "127.0.0.1:8080", "[::1]:8080", "atelier.localhost", "192.168.1.4"})
    void pagesOfAtelierItselfMayChangeThings(String name) throws Exception {
        assertThat(status("http://" + name, name, Map.of())).isEqualTo(200);
    }

    @Test
    void programsThatAreNoBrowsersMay() throws Exception {
        assertThat(status(null, "anything.example", Map.of())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "http://localhost:3000", "null", "no origin"})
    void pagesOfOtherOriginsMayNot(String origin) throws Exception {
        assertThat(status(origin, "localhost:8080", Map.of())).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example"})
    void aPageWhoseNameWasLedHereMayNot(String name) throws Exception {
        assertThat(status("http://" + name, name, Map.of())).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"atelier.access.open=true", "atelier.access.issuer=https://id.example"})
    void anyNameIsRightWhereSomethingElseKeepsOthersAway(String setting) throws Exception {
        String[] parts = setting.split("=");
        assertThat(status("https://studio.example", "studio.example", Map.of(parts[0], parts[1])))
                .isEqualTo(200);
    }

    private static int status(String origin, String host, Map<String, String> settings) throws Exception {
        AtelierProperties properties = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("atelier", AtelierProperties.class);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/batch");
        request.addHeader("Host", host);
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SameOriginOnly(new ProblemAnswer(new ObjectMapper()), properties)
                .doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
