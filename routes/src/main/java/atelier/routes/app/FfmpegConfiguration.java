package atelier.routes.app;

import atelier.config.AtelierProperties;
import atelier.config.HardwareSettings;
import atelier.config.Home;
import atelier.config.Recipe;
import atelier.config.Role;
import atelier.processors.ffmpeg.Capabilities;
import atelier.processors.ffmpeg.Capability;
import atelier.processors.ffmpeg.CapabilityProbe;
import atelier.processors.ffmpeg.FfmpegInstallation;
import atelier.processors.ffmpeg.FfmpegLocator;
import atelier.processors.ffmpeg.FfmpegMissingException;
import atelier.processors.ffmpeg.LocalPrograms;
import atelier.processors.ffmpeg.Programs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** FFmpeg: found, tried and supervised. */
@Configuration
class FfmpegConfiguration {
    /** What the commands of the steps use. */
    private static final Set<Capability> NEEDED = EnumSet.of(
            Capability.LIBX264,
            Capability.AAC,
            Capability.MJPEG,
            Capability.TRIM,
            Capability.SETPTS,
            Capability.SCALE,
            Capability.SETSAR,
            Capability.FORMAT,
            Capability.BWDIF,
            Capability.THUMBNAIL);

    /** What some recipes want: jobs of these go to nodes that have it. Without WebP posters are JPEGs alone. */
    private static final Set<Capability> ASKED =
            EnumSet.of(Capability.LIBX265, Capability.LIBSVTAV1, Capability.LIBWEBP);

    /** Encoders of devices that may be used here, by policy or by a recipe that names one. */
    private static Set<Capability> devices(AtelierProperties properties) {
        HardwareSettings hardware = properties.hardware();
        Set<String> named =
                properties.renditions().values().stream().map(Recipe::encoder).collect(Collectors.toSet());
        return Capability.HARDWARE.stream()
                .filter(each -> named.contains(each.ffmpegName())
                        || hardware.policy() != HardwareSettings.Policy.NEVER
                                && hardware.families()
                                        .contains(each.ffmpegName().replaceFirst(".*_", "")))
                .collect(Collectors.toSet());
    }

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

    /** Tried once for each FFmpeg, before anything is taken: not by the route, which is not there yet. */
    @Bean
    Capabilities capabilities(
            @Qualifier("programs") Programs programs,
            FfmpegInstallation installation,
            Home home,
            AtelierProperties properties) {
        Set<Capability> tried = EnumSet.copyOf(NEEDED);
        tried.addAll(ASKED);
        tried.addAll(devices(properties));
        Capabilities found = new CapabilityProbe(programs, installation, home.tools()).probe(tried);
        Set<String> missing = (properties.node().does(Role.ENCODE) ? NEEDED : Set.<Capability>of())
                .stream()
                        .filter(capability -> !found.has(capability))
                        .map(Capability::ffmpegName)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            throw new FfmpegMissingException(installation.ffmpeg() + " cannot do " + String.join(", ", missing)
                    + ". Atelier does not start without. Install a complete FFmpeg (Debian: apt-get install ffmpeg), or set"
                    + " atelier.ffmpeg.folder to one.");
        }
        return found;
    }
}
