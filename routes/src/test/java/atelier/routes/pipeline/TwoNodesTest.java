package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import atelier.config.Home;
import atelier.processors.catalog.embedded.ServerForTests;
import atelier.processors.node.NodeException;
import atelier.routes.Atelier;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Two nodes with different roles, on one database and one home. */
class TwoNodesTest {
    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.get(last).close();
        }
        FileSystemUtils.deleteRecursively(folder);
    }

    private ConfigurableApplicationContext node(ServerForTests server, String home, String work, String roles) {
        ConfigurableApplicationContext node = new SpringApplicationBuilder(Atelier.class, PipelineKit.class)
                .run(
                        "--atelier.home=" + folder.resolve(home),
                        "--atelier.node.work=" + folder.resolve(work),
                        "--atelier.node.name=" + work,
                        "--atelier.node.roles=" + roles,
                        "--atelier.database.url=jdbc:mariadb://127.0.0.1:" + server.port() + "/catalogue",
                        "--atelier.database.username=studio",
                        "--atelier.database.password=secret",
                        "--atelier.inbox.poll=100ms",
                        "--atelier.inbox.quiet=200ms",
                        "--server.port=0");
        open.add(node);
        return node;
    }

    private ServerForTests server() throws Exception {
        ServerForTests server = ServerForTests.start(
                folder.resolve("server"),
                List.of(
                        "CREATE DATABASE catalogue CHARACTER SET utf8mb4;",
                        "CREATE USER 'studio'@'127.0.0.1' IDENTIFIED BY 'secret';",
                        "GRANT ALL ON catalogue.* TO 'studio'@'127.0.0.1';"));
        open.add(server);
        return server;
    }

    @Test
    void oneTakesAndServesWhatTheOtherMakes() throws Exception {
        ServerForTests server = server();
        ConfigurableApplicationContext front = node(server, "home", "front", "watch,serve");
        ConfigurableApplicationContext back = node(server, "home", "back", "encode");
        Site site = front.getBean(Site.class);
        Studio studio = new Studio(front.getBean(Home.class), site);

        studio.drop(front.getBean(ClipFiles.class).of(Clip.CLOSED_GOP), "mila/two.mp4");
        JsonNode artwork = studio.ready("mila/two");

        assertThat(artwork.path("renditions").path("SD").path("complete").asBoolean())
                .isTrue();
        assertThat(site.text(site.address("/media/mila/two/master.m3u8"))).contains("SD.m3u8");
        assertThat(site.json("/api/nodes")).hasSize(2);
        assertThat(site.json("/api/nodes").findValuesAsText("name")).containsExactly("front", "back");
        Site encoder = back.getBean(Site.class);
        assertThat(encoder.ask("GET", encoder.address("/api/artworks")).statusCode())
                .isEqualTo(404);
        assertThat(encoder.ask("GET", encoder.address("/actuator/health")).statusCode())
                .isEqualTo(200);
        assertThat(running(front, "ingest")).isTrue();
        assertThat(running(back, "ingest")).isFalse();
        assertThat(running(front, "night")).isFalse();
        assertThat(running(back, "night")).isTrue();
    }

    @Test
    void anEmptyHomeBesideAWorkingNodeIsRefused() throws Exception {
        ServerForTests server = server();
        node(server, "home", "front", "watch,encode,serve");

        assertThatThrownBy(() -> node(server, "forgotten", "back", "encode"))
                .hasRootCauseInstanceOf(NodeException.class)
                .rootCause()
                .hasMessageContaining("front")
                .hasMessageContaining("Share the folders sources and store");
    }

    private static boolean running(ConfigurableApplicationContext node, String route) {
        CamelContext camel = node.getBean(CamelContext.class);
        await().atMost(Duration.ofMinutes(3)).until(() -> camel.getStatus().isStarted());
        return camel.getRouteController().getRouteStatus(route).isStarted();
    }
}
