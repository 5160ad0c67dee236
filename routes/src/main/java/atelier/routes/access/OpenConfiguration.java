package atelier.routes.access;

import atelier.config.AtelierProperties;
import atelier.processors.catalog.Access;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever reaches the address may see and change all; so the address must be one that others do not reach. */
@Configuration
@ConditionalOnExpression("'${atelier.access.issuer:}'.isBlank()")
class OpenConfiguration {

    OpenConfiguration(AtelierProperties properties, ObjectProvider<ServerProperties> server) {
        if (!properties.access().open()) {
            server.ifAvailable(it -> OpenAddressException.unlessLoopback(Optional.ofNullable(it.getAddress())));
        }
    }

    @Bean
    AccessPolicy accessForAll() {
        return caller -> Optional.of(Access.ALL);
    }
}
