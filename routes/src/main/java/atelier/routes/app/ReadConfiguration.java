package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Rejections;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.CutRule;
import atelier.processors.index.Indexer;
import atelier.processors.ingest.DetailsStep;
import atelier.processors.ingest.FinishedCopy;
import atelier.processors.ingest.InboxStep;
import atelier.processors.ingest.IngestStep;
import atelier.processors.ingest.Patience;
import atelier.processors.ingest.RefuseStep;
import atelier.processors.ingest.RejectedFolder;
import atelier.processors.ladder.Ladder;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.plan.PlanMeters;
import atelier.processors.plan.PlanStep;
import atelier.processors.plan.PlanViews;
import atelier.processors.plan.Planner;
import atelier.processors.plan.ReadStep;
import atelier.processors.plan.Targets;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.Prober;
import atelier.processors.probe.SourceLimits;
import atelier.processors.work.JobQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps from the inbox to the plan. */
@Configuration
class ReadConfiguration {
    private static final Duration LONGEST_PROBE = Duration.ofMinutes(1);
    private static final Duration LONGEST_INDEX = Duration.ofHours(6);

    @Bean
    RefuseStep refuseStep(
            Home home,
            Artworks artworks,
            VideoFormats formats,
            Inputs inputs,
            Editions editions,
            Rejections rejections,
            TransactionTemplate transactions,
            Clock clock) {
        return new RefuseStep(
                home,
                new RejectedFolder(home.rejected(), clock),
                artworks,
                formats,
                inputs,
                editions,
                rejections,
                transactions);
    }

    @Bean
    InboxStep inboxStep(
            Home home,
            Ladder ladder,
            AtelierProperties properties,
            Artworks artworks,
            VideoFormats formats,
            Inputs inputs,
            JobQueue jobs,
            TransactionTemplate transactions,
            RefuseStep refuse,
            Clock clock) {
        AtelierProperties.Inbox inbox = properties.inbox();
        Patience patience = new Patience(inbox.quiet(), inbox.quietUnknowable(), inbox.giveUp());
        return new InboxStep(
                home,
                ladder.names(),
                new FinishedCopy(clock, patience),
                new IngestStep(home, artworks, formats, inputs, jobs, transactions, clock),
                refuse,
                new DetailsStep(home, artworks, refuse));
    }

    @Bean
    Targets targets(Ladder ladder, VideoFormats formats) {
        return new Targets(ladder, formats);
    }

    @Bean
    PlanViews planViews(
            Artworks artworks, Inputs inputs, Chunks chunks, Plans plans, Outputs outputs, Targets targets, Json json) {
        return new PlanViews(artworks, inputs, chunks, plans, outputs, targets, new Planner(), json);
    }

    @Bean
    PlanStep planStep(
            Chunks chunks,
            Plans plans,
            Outputs outputs,
            Artworks artworks,
            JobQueue jobs,
            TransactionTemplate transactions,
            MeterRegistry registry) {
        return new PlanStep(
                new Planner(), chunks, plans, outputs, artworks, jobs, transactions, new PlanMeters(registry));
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService hashing(AtelierProperties properties) {
        return Executors.newFixedThreadPool(properties.work().readers());
    }

    @Bean
    Prober prober(Programs programs, AtelierProperties properties, Home home) {
        AtelierProperties.Limits limits = properties.limits();
        return new Prober(
                programs,
                new Limits(LONGEST_PROBE, limits.noProgress(), limits.memory(), 0),
                new SourceLimits(limits.maxDuration(), limits.maxSide(), limits.maxPixels()),
                home.work());
    }

    @Bean
    Indexer indexer(Programs programs, AtelierProperties properties) {
        AtelierProperties.Limits limits = properties.limits();
        return new Indexer(
                programs,
                new Limits(LONGEST_INDEX, limits.noProgress(), limits.memory(), 0),
                cutRule(properties.chunks()),
                InputOptions.beforeInput());
    }

    @Bean
    ReadStep readStep(
            Home home,
            Inputs inputs,
            Artworks artworks,
            VideoFormats formats,
            Prober prober,
            Indexer indexer,
            Targets targets,
            PlanStep planStep,
            RefuseStep refuse,
            ArtworkChanges changes,
            TransactionTemplate transactions,
            ExecutorService hashing,
            Json json) {
        return new ReadStep(
                home,
                inputs,
                artworks,
                formats,
                prober,
                indexer,
                targets,
                planStep,
                refuse,
                changes,
                transactions,
                hashing,
                json);
    }

    private static CutRule cutRule(AtelierProperties.Chunks chunks) {
        return new CutRule(
                seconds(chunks.firstMin()),
                seconds(chunks.firstMax()),
                seconds(chunks.min()),
                seconds(chunks.max()),
                seconds(chunks.segment()),
                seconds(chunks.keyFrames()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
