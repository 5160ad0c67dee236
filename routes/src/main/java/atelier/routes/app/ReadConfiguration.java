package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Overrides;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Rejections;
import atelier.processors.catalog.Spheres;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.CutRule;
import atelier.processors.index.Indexer;
import atelier.processors.ingest.DetailsAhead;
import atelier.processors.ingest.DetailsStep;
import atelier.processors.ingest.FinishedCopy;
import atelier.processors.ingest.InboxStep;
import atelier.processors.ingest.IngestStep;
import atelier.processors.ingest.Patience;
import atelier.processors.ingest.RefuseStep;
import atelier.processors.ingest.RejectedFolder;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Rendition;
import atelier.processors.mp4.SoundCuts;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.plan.ReplanStep;
import atelier.processors.probe.InputOptions;
import atelier.processors.probe.Prober;
import atelier.processors.probe.SourceLimits;
import atelier.processors.sources.Sources;
import atelier.processors.work.JobQueue;
import atelier.processors.work.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** What takes files from the inbox and looks into them. */
@Configuration
class ReadConfiguration {
    private static final Duration LONGEST_PROBE = Duration.ofMinutes(1);
    private static final Duration LONGEST_INDEX = Duration.ofHours(6);
    private static final int SILENT_RATE = 48_000;

    @Bean
    RefuseStep refuseStep(
            Home home,
            Sources sources,
            Artworks artworks,
            VideoFormats formats,
            Inputs inputs,
            Editions editions,
            Plans plans,
            Rejections rejections,
            TransactionTemplate transactions,
            Clock clock) {
        return new RefuseStep(
                home,
                sources,
                new RejectedFolder(home.rejected(), clock),
                artworks,
                formats,
                inputs,
                editions,
                plans,
                rejections,
                transactions);
    }

    @Bean
    DetailsStep detailsStep(
            Home home,
            Artworks artworks,
            Spheres spheres,
            RefuseStep refuse,
            ReplanStep replan,
            ArtworkChanges changes) {
        return new DetailsStep(home, artworks, spheres, refuse, id -> {
            replan.replan(id, ReplanStep.DETAILS, Urgency.AWAITED);
            changes.changed(id);
        });
    }

    @Bean
    InboxStep inboxStep(
            Home home,
            Sources sources,
            Ladder ladder,
            AtelierProperties properties,
            Artworks artworks,
            Spheres spheres,
            VideoFormats formats,
            Inputs inputs,
            Overrides overrides,
            JobQueue jobs,
            TransactionTemplate transactions,
            RefuseStep refuse,
            DetailsStep details,
            Clock clock) {
        AtelierProperties.Inbox inbox = properties.inbox();
        Patience patience = new Patience(inbox.quiet(), inbox.quietUnknowable(), inbox.giveUp());
        return new InboxStep(
                home,
                ladder,
                new FinishedCopy(clock, patience),
                new IngestStep(
                        home,
                        sources,
                        artworks,
                        formats,
                        inputs,
                        overrides,
                        new DetailsAhead(spheres),
                        jobs,
                        transactions,
                        clock),
                refuse,
                details);
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

    /** As the recipe of sound has it; where there is none, no sound is made. */
    @Bean
    SoundCuts soundCuts(Ladder ladder, AtelierProperties properties) {
        int rate = ladder.all().stream()
                .map(Rendition::recipe)
                .filter(recipe -> recipe.kind() == Kind.AUDIO)
                .mapToInt(Recipe::sampleRate)
                .findFirst()
                .orElse(SILENT_RATE);
        return new SoundCuts(rate, properties.chunks().segment());
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
