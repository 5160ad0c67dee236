package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.config.Role;
import atelier.config.SourcesSettings;
import atelier.config.StoreSettings;
import atelier.processors.bucket.BucketObjects;
import atelier.processors.bucket.BucketReports;
import atelier.processors.bucket.BucketStates;
import atelier.processors.bucket.BucketViews;
import atelier.processors.bucket.FetchStep;
import atelier.processors.bucket.Fetcher;
import atelier.processors.bucket.NoticeStep;
import atelier.processors.bucket.Notices;
import atelier.processors.bucket.Originals;
import atelier.processors.bucket.Patience;
import atelier.processors.bucket.WatchedBucket.OwnPlace;
import atelier.processors.bucket.WatchedBuckets;
import atelier.processors.catalog.Artworks;
import atelier.processors.ingest.InboxStep;
import atelier.processors.node.OwnNode;
import atelier.processors.notify.ArtworkChanges;
import atelier.processors.store.BucketPlace;
import atelier.processors.work.Admission;
import atelier.processors.work.FailurePolicy;
import atelier.processors.work.FetchEngine;
import atelier.processors.work.FetchQueue;
import atelier.processors.work.JobProgress;
import atelier.processors.work.JobRef;
import atelier.processors.work.JobRuns;
import atelier.processors.work.WorkEngine;
import atelier.routes.steps.QueueClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;

/** What takes deliveries from buckets; nothing of it is there where none is configured. */
@Configuration
@ConditionalOnProperty("atelier.buckets[0].name")
class BucketConfiguration {
    private static final Duration HOLD = Duration.ofSeconds(1);

    @Bean
    WatchedBuckets watchedBuckets(AtelierProperties properties) {
        StoreSettings store = properties.store();
        SourcesSettings sources = properties.sources();
        List<OwnPlace> own = new ArrayList<>();
        if (store.inBucket()) {
            own.add(own(store.bucket(), store.prefix()));
        }
        if (sources.inBucket()) {
            own.add(own(sources.bucket(), sources.prefix()));
        }
        return WatchedBuckets.of(properties.buckets(), own);
    }

    private static OwnPlace own(String bucket, String below) {
        String prefix = new BucketPlace(bucket, below).prefix();
        return new OwnPlace(bucket, prefix.isEmpty() ? "" : prefix + "/");
    }

    @Bean
    BucketObjects bucketObjects(JdbcClient sql, Clock clock) {
        return new BucketObjects(sql, clock);
    }

    @Bean
    Notices notices(JdbcClient sql, Clock clock) {
        return new Notices(sql, clock);
    }

    @Bean
    BucketStates bucketStates(Clock clock) {
        return new BucketStates(clock);
    }

    @Bean
    NoticeStep noticeStep(
            WatchedBuckets buckets,
            S3Client client,
            Notices notices,
            InboxStep inbox,
            FetchQueue jobs,
            TransactionTemplate transactions,
            BucketStates states) {
        return new NoticeStep(buckets, client, notices, inbox, jobs, transactions, states);
    }

    @Bean
    Fetcher fetcher(
            Home home,
            AtelierProperties properties,
            InboxStep inbox,
            Artworks artworks,
            ArtworkChanges changes,
            JdbcClient sql,
            Clock clock) {
        Admission room = new Admission(rooms(home), properties.work().floor(), HOLD, Optional::empty);
        JobProgress progress = new JobProgress(new JobRuns(sql, clock), JobRef.FETCH, clock);
        return new Fetcher(home.work(), inbox, artworks, changes, room, progress, Patience.defaults(), clock);
    }

    /** What is fetched is linked into the sources where they are on the same disk, else copied. */
    private static List<Admission.Room> rooms(Home home) {
        List<Admission.Room> rooms = new ArrayList<>();
        rooms.add(room("the work folder", home.work()));
        try {
            if (!Files.getFileStore(home.work()).equals(Files.getFileStore(home.sources()))) {
                rooms.add(room("the sources", home.sources()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The disks of " + home.root() + " cannot be looked at.", e);
        }
        return rooms;
    }

    private static Admission.Room room(String name, Path folder) {
        return new Admission.Room(name, 1, folder.toFile()::getUsableSpace);
    }

    @Bean
    FetchStep fetchStep(
            WatchedBuckets buckets,
            S3Client client,
            BucketObjects objects,
            Fetcher fetcher,
            InboxStep inbox,
            Artworks artworks,
            ArtworkChanges changes,
            Clock clock) {
        return new FetchStep(buckets, client, objects, fetcher, new Originals(client, clock), inbox, artworks, changes);
    }

    @Bean(destroyMethod = "close")
    FetchEngine fetchEngine(
            DataSource dataSource,
            FetchEngine.Steps steps,
            WorkEngine.Settings settings,
            FailurePolicy policy,
            Clock clock) {
        return new FetchEngine(new TransactionAwareDataSourceProxy(dataSource), steps, settings, policy, clock);
    }

    @Bean
    EngineLifecycle fetchLifecycle(FetchEngine engine, OwnNode own) {
        return new EngineLifecycle(() -> {}, own.does(Role.WATCH) ? engine::start : () -> {}, engine::close);
    }

    @Bean(destroyMethod = "close")
    QueueClients queueClients(AtelierProperties properties, AwsCredentialsProvider credentials) {
        return new QueueClients(properties.s3(), credentials);
    }

    @Bean
    BucketViews bucketViews(WatchedBuckets buckets, JdbcClient sql, BucketStates states) {
        return new BucketViews(buckets, new BucketReports(sql), states);
    }
}
