package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.processors.catalog.Arrivals;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Asked;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.OnDemand;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Places;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Timelines;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.whole.AskStep;
import atelier.processors.whole.WholeForm;
import atelier.processors.work.JobQueue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Timelines that are listed before they are made, and what somebody asks for of them. */
@Configuration
class WholeConfiguration {

    @Bean
    Asked asked(JdbcClient sql, Clock clock) {
        return new Asked(sql, clock);
    }

    @Bean
    Places places(JdbcClient sql, Clock clock) {
        return new Places(sql, clock);
    }

    @Bean
    Arrivals arrivals(JdbcClient sql, Places places) {
        return new Arrivals(sql, places);
    }

    @Bean
    AskStep askStep(
            PlannedChunks planned,
            Places places,
            Outputs outputs,
            Artworks artworks,
            Asked asked,
            JobQueue jobs,
            Json json,
            AtelierProperties properties,
            TransactionTemplate transactions) {
        return new AskStep(
                planned,
                places,
                outputs,
                artworks,
                asked,
                jobs,
                json,
                properties.work().lead(),
                transactions);
    }

    @Bean
    WholeForm wholeForm(
            JdbcClient sql,
            Artworks artworks,
            Plans plans,
            VideoFormats formats,
            OnDemand onDemand,
            Outputs outputs,
            Inputs inputs,
            Json json,
            AtelierProperties properties) {
        return new WholeForm(
                artworks,
                plans,
                formats,
                onDemand,
                new Timelines(sql, json),
                outputs,
                inputs,
                json,
                properties.chunks().segment());
    }
}
