package atelier.routes.pipeline;

import atelier.config.Home;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.FfmpegInstallation;
import atelier.processors.ffmpeg.FfmpegLocator;
import atelier.processors.ffmpeg.Programs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the whole application share. */
@TestConfiguration
class PipelineKit {
    private static final Path CLIPS = Path.of("target", "pipeline-clips").toAbsolutePath();

    /** Never one of the machine's own, so that tests mean the same everywhere. */
    @Bean
    @Primary
    FfmpegInstallation bundledFfmpeg(Home home, Clock clock) {
        return new FfmpegLocator(Optional.empty(), "", home.tools(), clock).locate();
    }

    @Bean
    Site site(Environment environment) {
        return new Site(environment);
    }

    @Bean
    ClipFiles clipFiles(Programs programs) {
        return new ClipFiles(programs, CLIPS);
    }

    /** It asks the application over HTTP, which FFmpeg in its sandbox cannot. */
    @Bean
    MediaReader mediaReader(FfmpegInstallation installation) {
        return new MediaReader(FfmpegForTests.withoutSandbox(installation), CLIPS);
    }

    @Bean
    Studio studio(Home home, Site site) {
        return new Studio(home, site);
    }

    @Bean
    Published published(Site site) {
        return new Published(site);
    }

    @Bean
    Outputs outputsMade(JdbcClient sql) {
        return new Outputs(sql);
    }

    @Bean
    Traces traces(Home home, JdbcClient sql) {
        return new Traces(home, sql);
    }

    @Bean
    Gallery gallery(ClipFiles clips, Studio studio) {
        return new Gallery(clips, studio);
    }
}
