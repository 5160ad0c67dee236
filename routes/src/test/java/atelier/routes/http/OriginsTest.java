package atelier.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.AtelierProperties;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Pages of the origins that are in the settings may read what is published, and no others. */
class OriginsTest {
    private static final String ALLOWED = "https://gallery.example";

    private final Origins origins = origins("https://gallery.example,https://*.museum.example");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @ValueSource(strings = {ALLOWED, "https://west.museum.example"})
    void aPageOfAnOriginThatIsAllowedReads(String origin) throws IOException {
        assertThat(origins.allow(request("GET", "/chunks/0/init.mp4", origin), response))
                .isTrue();
        assertThat(response.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isEqualTo(origin);
        assertThat(response.getHeaders(HttpHeaders.VARY)).contains(HttpHeaders.ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/media/a/master.m3u8", "/chunks/0/init.mp4", "/whole/a/1/master.m3u8", "/api/artworks"})
    void aPageOfAnotherOriginIsRefused(String path) throws IOException {
        assertThat(origins.allow(request("GET", path, "https://gallery.example.org"), response))
                .isFalse();
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "HEAD, true", "DELETE, false"})
    void whetherItMayReadIsAskedBeforehand(String method, boolean allowed) throws IOException {
        MockHttpServletRequest preflight = request("OPTIONS", "/chunks/0/init.mp4", ALLOWED);
        preflight.addHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, method);
        preflight.addHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "range");

        assertThat(origins.allow(preflight, response)).isEqualTo(allowed);
        assertThat(response.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS)).isEqualTo(allowed ? "range" : null);
    }

    private static MockHttpServletRequest request(String method, String path, String origin) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.addHeader(HttpHeaders.ORIGIN, origin);
        return request;
    }

    private static Origins origins(String allowed) {
        AtelierProperties properties = new Binder(
                        new MapConfigurationPropertySource(Map.of("atelier.http.allowed-origins", allowed)))
                .bindOrCreate("atelier", AtelierProperties.class);
        Rules rules = new Rules();
        new WebSettings(properties).addCorsMappings(rules);
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        mapping.setCorsConfigurations(rules.all());
        StaticListableBeanFactory beans =
                new StaticListableBeanFactory(Map.of("requestMappingHandlerMapping", mapping));
        return new Origins(beans.getBeanProvider(RequestMappingHandlerMapping.class));
    }

    private static final class Rules extends CorsRegistry {
        Map<String, CorsConfiguration> all() {
            return getCorsConfigurations();
        }
    }
}
