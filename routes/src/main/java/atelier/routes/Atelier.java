package atelier.routes;

import atelier.config.AtelierProperties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The application: every step, its routes, the API and the pages, in one process. */
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(AtelierProperties.class)
public class Atelier {

    public static void main(String[] arguments) {
        SpringApplication.run(Atelier.class, arguments);
    }
}
