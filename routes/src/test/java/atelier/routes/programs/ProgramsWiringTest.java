package atelier.routes.programs;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.FfmpegForTests;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

@SpringBootTest(classes = ProgramsWiringTest.Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ProgramsWiringTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), 0, 0);

    @Autowired
    private Programs programs;

    @Autowired
    private CamelContext camel;

    @TempDir
    Path folder;

    @Test
    void whoeverAsksForProgramsCallsThemThroughTheRoute() {
        List<String> lines = new ArrayList<>();

        programs.run(new Command(Program.FFMPEG, List.of("-version"), folder), LIMITS, lines::add);

        assertThat(lines).first().asString().startsWith("ffmpeg version");
        assertThat(camel.getRoute("program")).isNotNull();
        assertThat(programs).isInstanceOf(ExecPrograms.class);
    }

    /** What of the application has to do with programs. */
    @Configuration
    @ComponentScan(basePackageClasses = ProgramRoutes.class)
    @ImportAutoConfiguration(CamelAutoConfiguration.class)
    static class Application {
        @Bean
        Programs programs() {
            return FfmpegForTests.programs();
        }
    }
}
