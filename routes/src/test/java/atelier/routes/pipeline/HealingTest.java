package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A catalogue and a store that do not belong together come together again. */
class HealingTest {
    private static final List<String> FILM = List.of("-f lavfi -i testsrc2=s=1280x720:r=25:d=8 -f lavfi -i"
            + " sine=300:r=48000:d=8 -c:v libx264 -preset ultrafast -g 25 -pix_fmt yuv420p -c:a aac OUT");
    private static final String SLUG = "healing/film";

    /** Encoded pictures are more like their source than this, neighbouring ones less. */
    private static final double SAME_PICTURE = 30;

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    private Path deliver(OneStart application) {
        Path film = application.the(ClipFiles.class).of("healing", "mp4", FILM);
        application.the(Studio.class).drop(film, SLUG + ".mp4");
        application.the(Studio.class).ready(SLUG);
        return film;
    }

    @Test
    void aFullCatalogueWithAnEmptyStoreHasAllOfItMadeAgain() throws IOException {
        double made;
        try (OneStart first = OneStart.on(home)) {
            deliver(first);
            made = first.encoded();
        }
        FileSystemUtils.deleteRecursively(home.resolve("store"));

        try (OneStart second = OneStart.on(home)) {
            assertThat(second.batch()).contains("damaged");
            assertThat(second.encoded()).isEqualTo(made);
            assertPlays(second);
            assertThat(second.batch()).isEqualTo("[]");
        }
    }

    @Test
    void anEmptyCatalogueWithAFullStoreTakesTheFilmAnew() throws IOException {
        try (OneStart first = OneStart.on(home)) {
            deliver(first);
        }
        FileSystemUtils.deleteRecursively(home.resolve("db"));

        try (OneStart second = OneStart.on(home)) {
            deliver(second);
            assertPlays(second);
            assertThat(second.batch()).isEqualTo("[]");
        }
    }

    private void assertPlays(OneStart application) {
        Path source = application.the(ClipFiles.class).of("healing", "mp4", FILM);
        Published published = application.the(Published.class);
        MediaReader reader = application.the(MediaReader.class);
        application
                .the(Studio.class)
                .until(
                        SLUG,
                        each -> each.path("state").asText().equals("ready")
                                && Published.videos(each).stream()
                                        .noneMatch(name -> each.path("renditions")
                                                .path(name)
                                                .path("sha256")
                                                .asText("")
                                                .isEmpty()));
        for (String rendition : List.of("HD", "SD")) {
            Path streamed = published.streamed(SLUG, rendition, folder);
            assertThat(reader.likeness(source, streamed, published.size(SLUG, rendition)))
                    .hasSize(200)
                    .allSatisfy(like -> assertThat(like).isGreaterThan(SAME_PICTURE));
        }
    }
}
