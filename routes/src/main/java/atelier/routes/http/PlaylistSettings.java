package atelier.routes.http;

import atelier.processors.catalog.Installations;
import atelier.processors.installation.InstallationReader;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Playlists for installations: their table, and where their pages are. */
@Configuration
class PlaylistSettings implements WebMvcConfigurer {

    @Bean
    static Installations installations(JdbcClient sql, Clock clock) {
        return new Installations(sql, clock);
    }

    @Bean
    static InstallationReader installationReader() {
        return new InstallationReader();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/playlists").setViewName("forward:/playlists.html");
        registry.addViewController("/playlists/{name}/edit").setViewName("forward:/playlist.html");
        registry.addViewController("/play/{name}").setViewName("forward:/play.html");
    }
}
