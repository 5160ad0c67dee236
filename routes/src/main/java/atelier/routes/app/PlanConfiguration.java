package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Demands;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.MissingEncoders;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Overrides;
import atelier.processors.catalog.Places;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Sounds;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.ladder.Ladder;
import atelier.processors.plan.DemandStep;
import atelier.processors.plan.Drafts;
import atelier.processors.plan.EncoderChoice;
import atelier.processors.plan.MemoryBound;
import atelier.processors.plan.OutlineStep;
import atelier.processors.plan.PlanMeters;
import atelier.processors.plan.PlanRecords;
import atelier.processors.plan.PlanStep;
import atelier.processors.plan.PlanViews;
import atelier.processors.plan.Planner;
import atelier.processors.plan.QualityStep;
import atelier.processors.plan.ReplanStep;
import atelier.processors.plan.SoundStep;
import atelier.processors.plan.Targets;
import atelier.processors.whole.AskStep;
import atelier.processors.work.JobQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What plans what is made of delivered files. */
@Configuration
class PlanConfiguration {
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
    Targets targets(Ladder ladder, Demands demands, EncoderChoice encoders, AtelierProperties properties) {
        return new Targets(
                ladder,
                demands::ofForm,
                encoders,
                new MemoryBound(properties.limits().resident()));
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
    SoundStep soundStep(
            Sounds sounds, Outputs outputs, Artworks artworks, PlanStep step, TransactionTemplate transactions) {
        return new SoundStep(new Planner(), sounds, outputs, artworks, step, transactions);
    }

    @Bean
    OutlineStep outlineStep(
            Places places,
            Plans plans,
            PlanStep planStep,
            SoundStep soundStep,
            AskStep asking,
            Json json,
            TransactionTemplate transactions) {
        return new OutlineStep(places, plans, planStep, soundStep, asking, json, transactions);
    }

    @Bean
    Drafts drafts(
            Inputs inputs,
            Overrides overrides,
            VideoFormats formats,
            Chunks chunks,
            PlanRecords records,
            SoundStep sounds,
            Targets targets,
            QualityStep quality,
            Json json) {
        return new Drafts(
                inputs, overrides, formats, chunks, records, sounds, targets, quality::awaits, new Planner(), json);
    }

    @Bean
    PlanViews planViews(Artworks artworks, Outputs outputs, Drafts drafts, JdbcClient sql) {
        return new PlanViews(artworks, outputs, drafts, new MissingEncoders(sql));
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
}
