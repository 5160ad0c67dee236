package atelier.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.AtelierProperties;
import atelier.processors.catalog.Access;
import atelier.processors.catalog.PlaybackKeys.Key;
import atelier.routes.access.AccessPolicy;
import atelier.routes.access.Lifetimes;
import atelier.routes.access.Passes;
import com.nimbusds.jose.JOSEObjectType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The gate and what finds out who calls, before a stand-in for all that answers; with a real issuer of tokens. */
class AccessByTokenTest {
    private static final String SUNSET = "/media/mila/sunset/";
    private static final MockOAuth2Server ISSUER = new MockOAuth2Server();
    private static ConfigurableApplicationContext context;

    @Configuration
    @ComponentScan(basePackageClasses = AccessPolicy.class)
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @EnableConfigurationProperties(AtelierProperties.class)
    @Import({AccessGate.class, Origins.class, Answers.class})
    static class Application {
        @Bean
        Passes passes() {
            Key key = new Key(1, new byte[] {1}, 0);
            return new Passes(() -> key, id -> Optional.of(key), new Lifetimes(Duration.ofHours(1), Clock.systemUTC()));
        }
    }

    /** Says what the caller may see. */
    @RestController
    static class Answers {
        @RequestMapping("/{*path}")
        String answer(@RequestAttribute(name = AccessGate.ACCESS, required = false) Access access) {
            return access == null
                    ? "with a pass"
                    : access.folders().map(Object::toString).orElse("all");
        }
    }

    @BeforeAll
    static void start() {
        ISSUER.start();
        context = new SpringApplicationBuilder(Application.class)
                .properties(Map.of("spring.config.name", "none"))
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--atelier.access.issuer=" + ISSUER.issuerUrl("atelier"),
                        "--atelier.access.audience=atelier",
                        "--atelier.access.owner-claim=folders");
    }

    @AfterAll
    static void stop() {
        context.close();
        ISSUER.shutdown();
    }

    private static String token(String issuer, String audience, Map<String, Object> claims, long seconds) {
        return ISSUER.issueToken(
                        issuer,
                        "client",
                        new DefaultOAuth2TokenCallback(
                                issuer, "someone", JOSEObjectType.JWT.getType(), List.of(audience), claims, seconds))
                .serialize();
    }

    private static String token(Map<String, Object> claims) {
        return token("atelier", "atelier", claims, 600);
    }

    private static String mila() {
        return token(Map.of("folders", List.of("mila", "studio/one", "")));
    }

    private static String manager() {
        return token(Map.of("scope", "openid atelier:manage"));
    }

    private static HttpResponse<String> ask(String method, String path, String token) {
        URI address =
                URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(String path, String token) {
        return ask("GET", path, token).statusCode();
    }

    private static String pass(String path, Instant until) {
        return "?pass=" + context.getBean(Passes.class).to(path, until);
    }

    private static String pass(String path) {
        return pass(path, Instant.now().plusSeconds(60));
    }

    @Test
    void whoBearsNoTokenIsAskedForOne() {
        HttpResponse<String> answer = ask("GET", "/api/artworks", "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(status("/api/artworks/mila/sunset/stream", "")).isEqualTo(401);
        assertThat(status("/api/events", "")).isEqualTo(401);
        assertThat(status(SUNSET + "master.m3u8", "")).isEqualTo(401);
        assertThat(status("/api/work", "")).isEqualTo(401);
    }

    @Test
    void anOwnerSeesTheirOwnAndNothingElse() {
        assertThat(ask("GET", "/api/artworks", mila()).body()).isEqualTo("[mila]");
        assertThat(status("/api/artworks/mila/sunset", mila())).isEqualTo(200);
        assertThat(status(SUNSET + "master.m3u8", mila())).isEqualTo(200);
        assertThat(status("/api/artworks/noor/tide", mila())).isEqualTo(403);
        assertThat(status("/api/artworks/milan/tide/stream", mila())).isEqualTo(403);
        assertThat(status("/api/viewing/noor/tide", mila())).isEqualTo(403);
        assertThat(status("/media/noor/tide/HD.mp4", mila())).isEqualTo(403);
        assertThat(status("/whole/noor/tide/1/master.m3u8", mila())).isEqualTo(403);
        assertThat(status("/api/artworks/mila/%2e%2e/noor/tide", mila())).isIn(400, 403);
    }

    @Test
    void namesThatOtherSitesRefuseAreNamesHere() {
        assertThat(status("/api/artworks/mila/100%25%20%231%20&%20%3Fmore%3Bx=[y]".replace("[y]", "%5By%5D"), mila()))
                .isEqualTo(200);
    }

    @Test
    void changingAndLookingBehindTheScenesNeedsTheScope() {
        for (String path : List.of("/api/work", "/api/gc", "/api/playlists/foyer", "/actuator/prometheus")) {
            assertThat(status(path, mila())).as(path).isEqualTo(403);
            assertThat(status(path, manager())).as(path).isEqualTo(200);
        }
        assertThat(ask("POST", "/api/artworks/mila/sunset/retry", mila()).statusCode())
                .isEqualTo(403);
        assertThat(ask("GET", "/api/artworks", manager()).body()).isEqualTo("all");
        assertThat(status("/actuator/health/readiness", "")).isEqualTo(200);
    }

    @Test
    void aTokenThatIsExpiredOrForSomethingElseIsRefused() {
        Map<String, Object> mila = Map.of("folders", "mila");

        assertThat(status("/api/artworks", token("atelier", "atelier", mila, -600)))
                .isEqualTo(401);
        assertThat(status("/api/artworks", token("another", "atelier", mila, 600)))
                .isEqualTo(401);
        assertThat(status("/api/artworks", token("atelier", "another", mila, 600)))
                .isEqualTo(401);
        assertThat(ask("GET", "/api/artworks", "no.token.atall").body()).contains("\"status\":401");
        assertThat(status("/api/artworks", token("atelier", "atelier", mila, 600)))
                .isEqualTo(200);
    }

    @Test
    void whoHasAPassNeedsNoToken() {
        assertThat(status(SUNSET + "editions/1/SD.m3u8" + pass(SUNSET), "")).isEqualTo(200);
        assertThat(status("/chunks/ab/0/00000.m4s" + pass("/chunks/ab/"), "")).isEqualTo(200);
        assertThat(status("/whole/mila/sunset/1/master.m3u8" + pass(SUNSET), ""))
                .isEqualTo(200);
    }

    @Test
    void segmentsAreForThoseWithAPassAlone() {
        assertThat(status("/chunks/ab/0/00000.m4s", "")).isEqualTo(403);
        assertThat(status("/chunks/ab/0/00000.m4s", mila())).isEqualTo(403);
        assertThat(status("/chunks/cd/0/00000.m4s" + pass("/chunks/ab/"), "")).isEqualTo(403);
        assertThat(status("/media/noor/tide/HD.mp4" + pass(SUNSET), "")).isEqualTo(403);
        HttpResponse<String> expired =
                ask("GET", SUNSET + "HD.mp4" + pass(SUNSET, Instant.now().minusSeconds(1)), "");
        assertThat(expired.statusCode()).isEqualTo(403);
        assertThat(expired.body()).contains("expired");
    }

    @Test
    void pagesAreForAll() {
        assertThat(status("/watch/mila/sunset", "")).isEqualTo(200);
    }
}
