package atelier.routes.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Logs are for people, unless somebody asks for objects. */
@ExtendWith(OutputCaptureExtension.class)
class StructuredLogTest {
    private static final String SENTENCE = "It is done, and said so.";

    @AfterEach
    void forget() {
        MDC.clear();
        // Spring Boot keeps it for the whole JVM, and other tests' logs are for people.
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    }

    private static void say(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            MDC.put("artwork", "mila/sunset");
            MDC.put("job", "encode ab");
            LoggerFactory.getLogger("said.by." + context.getClass().getSimpleName())
                    .atInfo()
                    .addKeyValue("duration", 812)
                    .log(SENTENCE);
        }
    }

    private static String line(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(each -> each.contains(SENTENCE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bySwitchEachLineIsAnObjectWithTheJobsFields(CapturedOutput output) throws IOException {
        say("--logging.structured.format.console=ecs");

        JsonNode line = new ObjectMapper().readTree(line(output));

        assertThat(line.path("message").asText()).isEqualTo(SENTENCE);
        assertThat(line.path("artwork").asText()).isEqualTo("mila/sunset");
        assertThat(line.path("job").asText()).isEqualTo("encode ab");
        assertThat(line.path("duration").asInt()).isEqualTo(812);
    }

    @Test
    void withoutItLinesAreForPeople(CapturedOutput output) {
        say();

        assertThat(line(output)).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO .*" + SENTENCE);
    }

    @Configuration
    static class Nothing {}
}
