package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.QualityChoices;
import atelier.processors.catalog.QualityTrials;
import atelier.processors.encode.EncodeSettings;
import atelier.processors.encode.TrialEncoder;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ladder.Ladder;
import atelier.processors.plan.QualityStep;
import atelier.processors.quality.QualityChooser;
import atelier.processors.sources.Sources;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What chooses a constant quality for each film. */
@Configuration
class QualityConfiguration {

    @Bean
    QualityChoices qualityChoices(JdbcClient sql, Clock clock) {
        return new QualityChoices(sql, clock);
    }

    @Bean
    QualityStep qualityStep(
            AtelierProperties properties,
            Ladder ladder,
            QualityChoices choices,
            Chunks chunks,
            Outputs outputs,
            Sources sources,
            Programs programs,
            EncodeSettings settings,
            JdbcClient sql,
            Clock clock) {
        QualityChooser chooser =
                new QualityChooser(new QualityTrials(sql, clock), new TrialEncoder(programs, settings)::make);
        return new QualityStep(properties.quality().choice(), ladder, chooser, choices, chunks, outputs, sources);
    }
}
