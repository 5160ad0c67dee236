package atelier.routes.http;

import atelier.config.AtelierProperties;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The static pages, and who may read what is published from pages elsewhere. */
@Configuration
class WebSettings implements WebMvcConfigurer {
    private final AtelierProperties properties;

    WebSettings(AtelierProperties properties) {
        this.properties = properties;
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        told(registry);
        String[] origins = properties.http().allowedOrigins().toArray(String[]::new);
        for (String path : new String[] {"/media/**", "/whole/**", "/chunks/**", "/api/**"}) {
            registry.addMapping(path)
                    .allowedOriginPatterns(origins)
                    .allowedMethods("GET", "HEAD", "OPTIONS")
                    .exposedHeaders(
                            "Content-Length",
                            "Content-Range",
                            "ETag",
                            "Link",
                            "X-Total-Count",
                            "Retry-After",
                            "Server-Timing")
                    .maxAge(86_400);
        }
        player(registry);
    }

    /** What players on pages elsewhere tell. Of all that fits, the first rule counts. */
    private void told(CorsRegistry registry) {
        registry.addMapping("/api/playback")
                .allowedOriginPatterns(properties.http().allowedOrigins().toArray(String[]::new))
                .allowedMethods("POST")
                .maxAge(86_400);
    }

    /** What pages elsewhere need to show the player, beside what it plays. */
    private void player(CorsRegistry registry) {
        for (String path : new String[] {"/assets/**", "/*.js", "/*.svg"}) {
            registry.addMapping(path)
                    .allowedOriginPatterns(properties.http().allowedOrigins().toArray(String[]::new))
                    .allowedMethods("GET", "HEAD")
                    .maxAge(86_400);
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(365, TimeUnit.DAYS).cachePublic().immutable());
        // Under this name it is another one after an upgrade.
        registry.addResourceHandler("/*.html", "/*.js", "/*.svg", "/*.json", "/*.ico")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
        registry.addViewController("/watch/**").setViewName("forward:/watch.html");
    }
}
