package atelier.routes.app;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Ladder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** The recipes that are brought along, as they are read: what they make of sources. */
class ReadyMadeLaddersTest {
    private static final Resource OWN = new ClassPathResource("renditions.yml");
    private static final Resource PLAIN = new FileSystemResource("../docker/renditions-h264.yml");
    private static final Path RECIPE = Path.of("../config/src/main/java/atelier/config/Recipe.java");

    @Test
    void whatIsLargeHasHevcAboveWhatEverybodyPlays() {
        Ladder ladder = new Ladder(recipes(OWN));

        assertThat(made(ladder, 3840, 2160))
                .containsExactly(
                        "SD 722×406 h264",
                        "HD 1920×1080 h264",
                        "3K 2560×1440 hevc",
                        "4K 3840×2160 hevc",
                        "TN 722×406 mjpeg");
        assertThat(made(ladder, 2160, 3840)).contains("HD 1080×1920 h264", "4K 2160×3840 hevc");
        assertThat(made(ladder, 1920, 1080))
                .containsExactly("SD 722×406 h264", "HD 1920×1080 h264", "TN 722×406 mjpeg");
        assertThat(made(ladder, 640, 360)).containsExactly("SD 640×360 h264", "TN 640×360 mjpeg");
    }

    @Test
    void plainH264GoesFrom360To1440Lines() {
        Ladder ladder = new Ladder(recipes(OWN, PLAIN));

        assertThat(made(ladder, 3840, 2160))
                .containsExactly(
                        "360p 640×360 h264",
                        "SD 722×406 h264",
                        "720p 1280×720 h264",
                        "HD 1920×1080 h264",
                        "3K 2560×1440 h264",
                        "TN 722×406 mjpeg");
        assertThat(made(ladder, 1280, 720))
                .containsExactly("360p 640×360 h264", "SD 722×406 h264", "720p 1280×720 h264", "TN 722×406 mjpeg");
    }

    @Test
    void videosHaveACapAndAnotherOnlyWhereTheyAreLarger() {
        for (Ladder ladder : List.of(new Ladder(recipes(OWN)), new Ladder(recipes(OWN, PLAIN)))) {
            List<Integer> caps = ladder.all().stream()
                    .filter(each -> each.isVideo())
                    .map(each -> each.recipe().maxrate())
                    .toList();
            assertThat(caps).isNotEmpty().allMatch(cap -> cap > 0).isSorted().doesNotHaveDuplicates();
        }
    }

    static Stream<RecordComponent> fields() {
        return Arrays.stream(Recipe.class.getRecordComponents());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void eachFieldHasADefaultAndAWordOfWhatItIs(RecordComponent field) throws IOException, NoSuchMethodException {
        Class<?>[] types = fields().map(RecordComponent::getType).toArray(Class<?>[]::new);
        int position = fields().map(RecordComponent::getName).toList().indexOf(field.getName());

        assertThat(Recipe.class
                        .getDeclaredConstructor(types)
                        .getParameters()[position]
                        .getAnnotation(DefaultValue.class))
                .isNotNull();
        assertThat(Files.readString(RECIPE)).containsPattern("\\* @param " + field.getName() + " \\S");
    }

    @Test
    void theFileToCopyHasAWordOnEachFieldThatItSets() throws IOException {
        List<String> lines = Files.readAllLines(PLAIN.getFile().toPath());
        String words = String.join(
                "\n", lines.stream().filter(line -> line.startsWith("# ")).toList());

        assertThat(lines.stream()
                        .filter(line -> line.contains(": {"))
                        .flatMap(line -> Arrays.stream(
                                line.replaceAll("^.*\\{|\\}.*$", "").split(",")))
                        .map(setting -> setting.strip().replaceAll(":.*", ""))
                        .distinct())
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(words).containsPattern("(?m)^# (\\w+, )?" + name + "[ ,]"));
    }

    private static List<String> made(Ladder ladder, int width, int height) {
        return ladder.resolve(Map.of(Ladder.SOURCE, new FrameSize(width, height)), false).stream()
                .filter(each -> each.rendition().recipe().kind() != Kind.TEXT)
                .map(each -> each.rendition().name() + " " + each.size() + " "
                        + each.rendition().recipe().codec())
                .toList();
    }

    /** Read one after the other, field by field, as the application does. */
    private static Map<String, Recipe> recipes(Resource... files) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        for (Resource file : files) {
            try {
                new YamlPropertySourceLoader().load(file.getFilename(), file).forEach(sources::addFirst);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Binder.get(environment)
                .bind("atelier.renditions", Bindable.mapOf(String.class, Recipe.class))
                .get();
    }
}
