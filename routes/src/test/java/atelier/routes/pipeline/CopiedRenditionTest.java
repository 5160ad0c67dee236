package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is delivered as it must be is cut into segments, and not encoded. */
@PipelineSuite
class CopiedRenditionTest {
    private static final String PICTURES = "-f lavfi -i testsrc2=s=320x180:r=";
    private static final String SOUND = " -f lavfi -i sine=300:r=48000:d=11";
    private static final String CODED = " -t 11 -c:v libx264 -preset veryfast -b:v 300k -pix_fmt yuv420p -c:a aac ";

    /** Ways to code a film that fits the recipe of HD in these tests, 320×180, and says nothing of its colours. */
    enum Right {
        EVERY_SECOND("25", "-g 25", "mp4"),
        MANY_B_FRAMES("25", "-g 50 -bf 5 -b_strategy 0", "mp4"),
        NO_B_FRAMES("25", "-g 25 -bf 0", "mp4"),
        NTSC("30000/1001", "-g 45", "mp4"),
        MATROSKA("24", "-g 48", "mkv");

        private final String rate;
        private final String options;
        private final String extension;

        Right(String rate, String options, String extension) {
            this.rate = rate;
            this.options = options;
            this.extension = extension;
        }
    }

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private MediaReader media;

    @Autowired
    private Published published;

    @Autowired
    private JdbcClient sql;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Right.class)
    void isCutAsItIsPictureForPicture(Right right) {
        Path clip = clip("right-" + right, right.rate, right.options, right.extension);
        String slug = "copied/" + right.name().toLowerCase(java.util.Locale.ROOT);

        studio.drop(clip, slug + "." + right.extension);
        studio.ready(slug);

        assertThat(copied(slug)).containsExactly("HD");
        for (Path made : List.of(published.streamed(slug, "HD", folder), joined(slug))) {
            assertThat(media.coded(made).count()).isEqualTo(media.coded(clip).count());
            assertThat(new MatrixReading(media, made).tags()).isEqualTo("tv|smpte170m|bt709|bt709");
            assertThat(media.likeness(clip, made, "320:180"))
                    .hasSize(media.shown(clip).count())
                    .allMatch(like -> like > 90);
            Pictures shown = media.shown(made);
            double even = shown.duration() / shown.count();
            assertThat(Arrays.stream(shown.spacing()).boxed())
                    .allSatisfy(each -> assertThat(each).isCloseTo(even, within(0.0011)));
        }
    }

    @Test
    void groupsThatAreOpenOrTooLongAreEncoded() {
        studio.drop(clip("wrong-long", "25", "-g 400 -sc_threshold 0", "mp4"), "copied/long.mp4");
        studio.drop(clip("wrong-open", "25", "-g 50 -x264-params open-gop=1", "mp4"), "copied/open.mp4");
        studio.ready("copied/long");
        studio.ready("copied/open");

        assertThat(copied("copied/long")).isEmpty();
        assertThat(copied("copied/open")).isEmpty();
    }

    @Test
    void anOverrideThatIsRightIsNotEncodedEither() {
        Path source = clips.of(
                "copied-large",
                "mp4",
                List.of("-f lavfi -i testsrc2=s=640x360:r=25" + SOUND + CODED.replace("300k", "2M") + "-g 25 OUT"));
        studio.drop(source, "copied/override.mp4");
        JsonNode before = studio.ready("copied/override");
        assertThat(copied("copied/override")).isEmpty();

        studio.drop(clip("right-EVERY_SECOND", "25", "-g 25", "mp4"), "copied/override@HD.mp4");
        studio.until(
                "copied/override",
                each -> each.path("playback").path("edition").asInt()
                        > before.path("playback").path("edition").asInt());

        assertThat(copied("copied/override")).containsExactly("HD");
    }

    private Path joined(String slug) {
        studio.until(
                slug,
                each -> !each.path("renditions")
                        .path("HD")
                        .path("sha256")
                        .asText("")
                        .isEmpty());
        return published.file(slug, "HD", folder);
    }

    private Path clip(String name, String rate, String options, String extension) {
        return clips.of(name, extension, List.of(PICTURES + rate + SOUND + CODED + options + " OUT"));
    }

    private List<String> copied(String slug) {
        return sql.sql("""
                        SELECT f.format_type FROM plan_renditions r JOIN artworks a ON a.plan_id = r.plan_id
                        JOIN video_formats f ON f.id = r.video_format_id
                        WHERE a.slug = ? AND r.copied IS NOT NULL""").param(slug).query(String.class).list();
    }
}
