package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.Home;
import atelier.processors.ffmpeg.FfmpegInstallation;
import atelier.processors.ffmpeg.FfmpegLocator;
import atelier.processors.ffmpeg.LocalPrograms;
import atelier.processors.ffmpeg.Programs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** FFmpeg, found and supervised. */
@Configuration
class FfmpegConfiguration {

    @Bean
    FfmpegInstallation ffmpegInstallation(AtelierProperties properties, Home home, Clock clock) {
        Optional<Path> folder = Optional.of(properties.ffmpeg().folder())
                .filter(text -> !text.isBlank())
                .map(Path::of);
        String searchPath = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new FfmpegLocator(folder, searchPath, home.tools(), clock).locate();
    }

    @Bean
    Programs programs(FfmpegInstallation installation, AtelierProperties properties) {
        return new LocalPrograms(installation, properties.ffmpeg().grace());
    }
}
