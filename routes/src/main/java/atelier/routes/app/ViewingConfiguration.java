package atelier.routes.app;

import atelier.processors.catalog.Artworks;
import atelier.processors.viewing.CmcdTally;
import atelier.processors.viewing.RateLimit;
import atelier.processors.viewing.Viewing;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What viewers saw. */
@Configuration
class ViewingConfiguration {
    /** A player of ours tells every ten seconds, and when its tab is hidden. */
    private static final int OF_A_SESSION = 10;

    /** Each costs a transaction. */
    private static final int IN_ALL = 2000;

    @Bean
    Viewing viewing(Artworks artworks, JdbcClient sql, TransactionTemplate transactions, Clock clock) {
        return new Viewing(artworks, sql, transactions, clock);
    }

    @Bean
    CmcdTally cmcdTally() {
        return new CmcdTally();
    }

    @Bean
    RateLimit playbackRate(Clock clock) {
        return new RateLimit(clock, OF_A_SESSION, IN_ALL);
    }
}
