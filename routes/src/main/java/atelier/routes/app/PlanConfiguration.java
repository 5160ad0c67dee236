package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Demands;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Overrides;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Spheres;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.index.Indexer;
import atelier.processors.ingest.RefuseStep;
import atelier.processors.ladder.Ladder;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.plan.DemandStep;
import atelier.processors.plan.Drafts;
import atelier.processors.plan.FileReader;
import atelier.processors.plan.FirstPictures;
import atelier.processors.plan.OverrideStep;
import atelier.processors.plan.PlanMeters;
import atelier.processors.plan.PlanRecords;
import atelier.processors.plan.PlanStep;
import atelier.processors.plan.PlanViews;
import atelier.processors.plan.Planner;
import atelier.processors.plan.ReadStep;
import atelier.processors.plan.ReplanStep;
import atelier.processors.plan.SourceReader;
import atelier.processors.plan.Targets;
import atelier.processors.probe.Prober;
import atelier.processors.sources.Sources;
import atelier.processors.work.JobProgress;
import atelier.processors.work.JobQueue;
import atelier.processors.work.JobRef;
import atelier.processors.work.JobRuns;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What reads delivered files and plans what is made of them. */
@Configuration
class PlanConfiguration {
    /** How long a film is not read on while its first pictures are made. */
    private static final Duration FIRST_PICTURES = Duration.ofSeconds(3);

    @Bean
    Demands demands(JdbcClient sql, Clock clock) {
        return new Demands(sql, clock);
    }

    @Bean
    DemandStep demandStep(
            Ladder ladder,
            Artworks artworks,
            PlannedChunks planned,
            Demands demands,
            ReplanStep replan,
            JobQueue jobs,
            AtelierProperties properties) {
        return new DemandStep(ladder, artworks, planned, demands, replan, jobs, properties.onDemand());
    }

    @Bean
    Targets targets(Ladder ladder, Demands demands) {
        return new Targets(ladder, demands::ofForm);
    }

    @Bean
    PlanRecords planRecords(Plans plans, VideoFormats formats, Chunks chunks, Json json) {
        return new PlanRecords(plans, formats, chunks, json);
    }

    @Bean
    PlanStep planStep(
            Chunks chunks,
            Plans plans,
            PlannedChunks planned,
            Outputs outputs,
            Artworks artworks,
            JobQueue jobs,
            TransactionTemplate transactions,
            MeterRegistry registry) {
        return new PlanStep(
                new Planner(), chunks, plans, planned, outputs, artworks, jobs, transactions, new PlanMeters(registry));
    }

    @Bean
    Drafts drafts(
            Inputs inputs,
            Overrides overrides,
            VideoFormats formats,
            Chunks chunks,
            PlannedChunks planned,
            PlanRecords records,
            PlanStep step,
            Targets targets,
            Json json) {
        return new Drafts(inputs, overrides, formats, chunks, planned, records, step, targets, new Planner(), json);
    }

    @Bean
    PlanViews planViews(Artworks artworks, Outputs outputs, Drafts drafts) {
        return new PlanViews(artworks, outputs, drafts);
    }

    @Bean
    ReplanStep replanStep(
            Artworks artworks,
            Plans plans,
            PlannedChunks planned,
            Outputs outputs,
            Drafts drafts,
            PlanRecords records,
            PlanStep step,
            JobQueue jobs,
            TransactionTemplate transactions) {
        return new ReplanStep(artworks, plans, planned, outputs, drafts, records, step, jobs, transactions);
    }

    @Bean
    FileReader fileReader(
            Home home,
            Sources sources,
            Inputs inputs,
            Prober prober,
            Indexer indexer,
            ExecutorService hashing,
            JdbcClient sql,
            Clock clock,
            Json json) {
        JobProgress progress = new JobProgress(new JobRuns(sql, clock), JobRef.READ, clock);
        return new FileReader(home, sources, inputs, prober, indexer, hashing, progress, json);
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
            OverrideStep overrides,
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
                overrides,
                replan,
                new FirstPictures(editions, FIRST_PICTURES),
                changes,
                transactions,
                json,
                clock);
        return new ReadStep(inputs, formats, sources, overrides, refuse, changes);
    }
}
