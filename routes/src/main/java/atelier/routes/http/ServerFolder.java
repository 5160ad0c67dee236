package atelier.routes.http;

import atelier.config.Home;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The web server's own folder is in the home: in the machine's temporary folder each node that is killed would leave one. */
@Component
class ServerFolder implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Home home;

    ServerFolder(Home home) {
        this.home = home;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.setBaseDirectory(home.root().resolve(".tomcat").toFile());
    }
}
