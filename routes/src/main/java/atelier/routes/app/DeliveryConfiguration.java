package atelier.routes.app;

import atelier.config.Home;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Overrides;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Spheres;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.index.Indexer;
import atelier.processors.ingest.RefuseStep;
import atelier.processors.ladder.Ladder;
import atelier.processors.mp4.SoundCuts;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.plan.Drafts;
import atelier.processors.plan.FileReader;
import atelier.processors.plan.FirstPictures;
import atelier.processors.plan.OutlineStep;
import atelier.processors.plan.OverrideStep;
import atelier.processors.plan.PlanRecords;
import atelier.processors.plan.PlanStep;
import atelier.processors.plan.QualityStep;
import atelier.processors.plan.ReadStep;
import atelier.processors.plan.ReplanStep;
import atelier.processors.plan.SoundStep;
import atelier.processors.plan.SourceReader;
import atelier.processors.plan.Targets;
import atelier.processors.probe.Prober;
import atelier.processors.sources.Sources;
import atelier.processors.work.JobProgress;
import atelier.processors.work.JobRef;
import atelier.processors.work.JobRuns;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What reads delivered files, and has planned what is made of them. */
@Configuration
class DeliveryConfiguration {
    /** How long a film is not read on while its first pictures are made. */
    private static final Duration FIRST_PICTURES = Duration.ofSeconds(3);

    @Bean
    FileReader fileReader(
            Home home,
            Sources sources,
            Inputs inputs,
            Prober prober,
            Indexer indexer,
            SoundCuts cuts,
            ExecutorService hashing,
            JdbcClient sql,
            Clock clock,
            Json json) {
        JobProgress progress = new JobProgress(new JobRuns(sql, clock), JobRef.READ, clock);
        return new FileReader(home, sources, inputs, prober, indexer, cuts, hashing, progress, json);
    }

    @Bean
    OverrideStep overrideStep(
            Ladder ladder,
            FileReader files,
            Inputs inputs,
            Artworks artworks,
            Chunks chunks,
            Overrides overrides,
            Drafts drafts,
            ReplanStep replan,
            RefuseStep refuse,
            ArtworkChanges changes,
            TransactionTemplate transactions,
            Json json) {
        return new OverrideStep(
                ladder,
                files,
                inputs,
                artworks,
                chunks,
                overrides,
                drafts,
                replan,
                refuse,
                changes,
                transactions,
                json);
    }

    @Bean
    ReadStep readStep(
            FileReader files,
            Inputs inputs,
            Artworks artworks,
            Spheres spheres,
            VideoFormats formats,
            Plans plans,
            Targets targets,
            PlanRecords records,
            PlanStep planStep,
            SoundStep soundStep,
            OutlineStep outlines,
            OverrideStep overrides,
            QualityStep quality,
            ReplanStep replan,
            Editions editions,
            RefuseStep refuse,
            ArtworkChanges changes,
            TransactionTemplate transactions,
            Json json,
            Clock clock) {
        SourceReader sources = new SourceReader(
                files,
                inputs,
                artworks,
                spheres,
                formats,
                plans,
                targets,
                records,
                planStep,
                soundStep,
                outlines,
                overrides,
                quality,
                replan,
                new FirstPictures(editions, FIRST_PICTURES),
                changes,
                transactions,
                json,
                clock);
        return new ReadStep(inputs, formats, sources, overrides, refuse, changes);
    }
}
