package atelier.routes.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives the application of this JVM an empty home below the build folder; unpacked tools stay from one run to the next. */
final class FreshHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final Path HOME = Path.of("target", "pipeline-home", System.getProperty("atelier.fork", "fork-1"))
            .toAbsolutePath();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Files.createDirectories(HOME);
            try (Stream<Path> left = Files.list(HOME)) {
                List<Path> folders =
                        left.filter(each -> !each.endsWith("tools")).toList();
                for (Path folder : folders) {
                    FileSystemUtils.deleteRecursively(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("fresh-home", Map.of("atelier.home", HOME.toString())));
    }
}
