package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.processors.batch.Night;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Asked;
import atelier.processors.catalog.Audience;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Editions;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.OutputFiles;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.catalog.Plans;
import atelier.processors.catalog.Sounds;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.encode.AudioEncoder;
import atelier.processors.encode.ChunkCopier;
import atelier.processors.encode.ChunkKeeper;
import atelier.processors.encode.DeviceWork;
import atelier.processors.encode.Devices;
import atelier.processors.encode.EncodeJobs;
import atelier.processors.encode.EncodeMeters;
import atelier.processors.encode.EncodeSettings;
import atelier.processors.encode.EncodeStep;
import atelier.processors.encode.InputFiles;
import atelier.processors.encode.OutputListener;
import atelier.processors.encode.PosterEncoder;
import atelier.processors.encode.Recorder;
import atelier.processors.encode.TextEncoder;
import atelier.processors.encode.VideoEncoder;
import atelier.processors.ffmpeg.Capabilities;
import atelier.processors.ffmpeg.Capability;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ladder.Ladder;
import atelier.processors.publish.JoinedRenditions;
import atelier.processors.publish.PlayableListener;
import atelier.processors.publish.PublishStep;
import atelier.processors.publish.Publishing;
import atelier.processors.sources.Sources;
import atelier.processors.store.Store;
import atelier.processors.work.Admission;
import atelier.processors.work.AlongClaims;
import atelier.processors.work.Claims;
import atelier.processors.work.JobFailures;
import atelier.processors.work.JobProgress;
import atelier.processors.work.JobRef;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps from the plan to the edition. */
@Configuration
class EncodeConfiguration {

    @Bean
    Recorder recorder(
            Store store,
            Outputs outputs,
            OutputFiles files,
            Artworks artworks,
            Claims claims,
            TransactionTemplate transactions,
            OutputListener listener,
            MeterRegistry registry,
            EncodeSettings settings) {
        return new Recorder(
                store,
                outputs,
                files,
                artworks,
                claims,
                transactions,
                listener,
                new EncodeMeters(registry),
                settings.ffmpegVersion());
    }

    @Bean
    EncodeJobs encodeJobs(
            Home home,
            Sources sources,
            Ladder ladder,
            Plans plans,
            PlannedChunks planned,
            Inputs inputs,
            Artworks artworks,
            Chunks chunks,
            Sounds sounds,
            Json json,
            EncodeSettings settings,
            Audience audience,
            Asked asked,
            JobFailures failures) {
        return new EncodeJobs(
                home,
                sources,
                ladder,
                plans,
                planned,
                inputs,
                artworks,
                chunks,
                sounds,
                json,
                settings.cores(),
                audience,
                asked,
                fingerprint -> failures.stalled(JobRef.ENCODE, fingerprint));
    }

    @Bean
    EncodeStep encodeStep(
            EncodeJobs jobs,
            Inputs inputs,
            Sources sources,
            Outputs outputs,
            Programs programs,
            EncodeSettings settings,
            Recorder recorder,
            Night night,
            Admission admission,
            JobProgress progress,
            AlongClaims alongClaims,
            ChunkKeeper keeper,
            Devices devices,
            DeviceWork deviceWork,
            Capabilities capabilities) {
        return new EncodeStep(
                jobs,
                new InputFiles(inputs, sources),
                outputs,
                new VideoEncoder(programs, settings, keeper, progress, devices),
                new ChunkCopier(programs, settings, keeper),
                new AudioEncoder(programs, settings, recorder, progress),
                new TextEncoder(programs, settings, recorder),
                new PosterEncoder(programs, settings, recorder, capabilities.has(Capability.LIBWEBP)),
                night,
                admission,
                progress,
                alongClaims,
                deviceWork);
    }

    @Bean
    Publishing publishing(
            Home home,
            Ladder ladder,
            Store store,
            Artworks artworks,
            VideoFormats formats,
            Inputs inputs,
            Plans plans,
            PlannedChunks planned,
            Outputs outputs,
            Editions editions,
            PlayableListener listener,
            AtelierProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        int target = (int) Math.ceil(properties.chunks().segment().toMillis() / 1000.0);
        return new Publishing(
                home,
                ladder,
                store,
                artworks,
                formats,
                inputs,
                plans,
                planned,
                outputs,
                editions,
                listener,
                target,
                transactions,
                clock);
    }

    @Bean
    PublishStep publishStep(Publishing publishing) {
        return publishing.step();
    }

    @Bean
    JoinedRenditions joinedRenditions(Publishing publishing) {
        return publishing.joined();
    }
}
