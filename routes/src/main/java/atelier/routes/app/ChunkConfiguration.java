package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.processors.encode.ChunkKeeper;
import atelier.processors.encode.DecodeCheck;
import atelier.processors.encode.EncodeSettings;
import atelier.processors.encode.InitCheck;
import atelier.processors.encode.QualityGate;
import atelier.processors.encode.Recorder;
import atelier.processors.ffmpeg.FfmpegInstallation;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Rendition;
import atelier.processors.probe.InputOptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What encoding may use, and what becomes of a chunk between its encoder and the store. */
@Configuration
class ChunkConfiguration {

    @Bean
    EncodeSettings encodeSettings(AtelierProperties properties, Home home, FfmpegInstallation ffmpeg) {
        AtelierProperties.Limits limits = properties.limits();
        return new EncodeSettings(
                home.work(),
                InputOptions.beforeInput(),
                Runtime.getRuntime().availableProcessors(),
                limits.noProgress(),
                limits.encodePerSecond(),
                limits.memory(),
                properties.chunks().segment(),
                ffmpeg.version());
    }

    @Bean
    ChunkKeeper chunkKeeper(
            JdbcClient sql, Programs programs, Recorder recorder, Ladder ladder, AtelierProperties properties) {
        return new ChunkKeeper(
                new InitCheck(sql),
                new DecodeCheck(programs),
                new QualityGate(properties.quality().floor()),
                recorder,
                ladder.lowest(false).map(Rendition::name));
    }
}
