package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Role;
import atelier.processors.node.OwnNode;
import atelier.processors.notify.webhooks.Endpoints;
import atelier.processors.notify.webhooks.WebhookViews;
import atelier.processors.notify.webhooks.Webhooks;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** Other systems that are told what happens: by the nodes that encode, which all have the same settings. */
@Configuration
class WebhookConfiguration {

    @Bean
    Endpoints webhookEndpoints(AtelierProperties properties) {
        return new Endpoints(properties.webhooks());
    }

    @Bean(destroyMethod = "close")
    Webhooks webhooks(
            DataSource dataSource,
            TransactionTemplate transactions,
            Endpoints endpoints,
            AtelierProperties properties,
            OwnNode own,
            Clock clock) {
        return new Webhooks(
                new TransactionAwareDataSourceProxy(dataSource),
                transactions,
                endpoints,
                own.node().id(),
                properties.work().poll(),
                NodeConfiguration.HEARTBEAT,
                clock);
    }

    @Bean
    WebhookViews webhookViews(JdbcClient sql, Endpoints endpoints, Clock clock) {
        return new WebhookViews(sql, endpoints, clock);
    }

    @Bean
    Starter webhookStarter(Webhooks webhooks, OwnNode own) {
        return new Starter(webhooks, own.does(Role.ENCODE));
    }

    /** Begins to deliver when all is up. */
    record Starter(Webhooks webhooks, boolean delivers) {
        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            if (delivers) {
                webhooks.start();
            }
        }
    }
}
