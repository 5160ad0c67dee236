package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What cannot be shown is refused with a reason, leaves nothing behind, and stops nothing else. */
@PipelineSuite
class BadInputTest {
    private static final String GOOD =
            "-f lavfi -i testsrc2=s=320x180:r=25:d=5 -c:v libx264 -preset veryfast -g 25" + " -pix_fmt yuv420p OUT";
    private static final String FAST_START = GOOD.replace("OUT", "-movflags +faststart OUT");

    /** What artists, and others, deliver. */
    enum Bad {
        EMPTY("mp4"),
        TEXT("mp4"),
        INDEX_CUT_OFF("mp4"),
        CUT_IN_THE_MIDDLE("mp4"),
        SOUND_ALONE("m4a"),
        TOO_WIDE("mp4"),
        TOO_LONG("mp4"),
        PLAYLIST("mp4"),
        CONCAT_SCRIPT("mp4");

        private final String extension;

        Bad(String extension) {
            this.extension = extension;
        }
    }

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @ParameterizedTest
    @EnumSource(Bad.class)
    void isRefusedWithAReason(Bad bad) throws IOException {
        String slug = "bad/" + bad.name().toLowerCase(java.util.Locale.ROOT);
        byte[] content = content(bad);

        studio.drop(content, slug + "." + bad.extension);
        JsonNode artwork = studio.failed(slug);

        assertThat(artwork.path("error").asText()).hasSizeGreaterThan(30);
        assertThat(artwork.path("playable").asBoolean()).isFalse();
        assertThat(Files.readAllBytes(studio.refused(slug + "." + bad.extension)))
                .isEqualTo(content);
        assertThat(Files.readString(studio.refused(slug + "." + bad.extension + ".txt")))
                .isNotBlank();
        assertThat(studio.isInInbox(slug + "." + bad.extension)).isFalse();
        assertThat(studio.filesBelow("sources/" + slug)).isZero();
    }

    @Test
    void aGoodFileOfTheSameNameFollowsABadOne() {
        studio.drop("no video".getBytes(StandardCharsets.UTF_8), "bad/mended.mp4");
        studio.failed("bad/mended");

        studio.drop(clips.of("good", "mp4", List.of(GOOD)), "bad/mended.mp4");

        JsonNode artwork =
                studio.until("bad/mended", each -> each.path("state").asText().equals("ready"));
        assertThat(artwork.path("error").isNull()).isTrue();
        assertThat(artwork.path("playable").asBoolean()).isTrue();
    }

    @Test
    void aBadFileDoesNotReplaceWhatIsPublished() {
        studio.drop(clips.of("good", "mp4", List.of(GOOD)), "bad/kept.mp4");
        JsonNode before = studio.ready("bad/kept");

        studio.drop("no video".getBytes(StandardCharsets.UTF_8), "bad/kept.mp4");
        JsonNode after = studio.until("bad/kept", each -> !each.path("error").isNull());

        assertThat(after.path("playback")).isEqualTo(before.path("playback"));
        assertThat(after.path("playable").asBoolean()).isTrue();
        assertThat(after.path("renditions")).isEqualTo(before.path("renditions"));
    }

    private byte[] content(Bad bad) throws IOException {
        return switch (bad) {
            case EMPTY -> new byte[0];
            case TEXT -> "This is a letter, not a film.".repeat(40).getBytes(StandardCharsets.UTF_8);
            case INDEX_CUT_OFF -> cut(clips.of("good", "mp4", List.of(GOOD)), 0.6);
            case CUT_IN_THE_MIDDLE -> cut(clips.of("fast-start", "mp4", List.of(FAST_START)), 0.6);
            case SOUND_ALONE -> read(clips.of("sound", "m4a", List.of("-f lavfi -i sine=d=3 -c:a aac OUT")));
            case TOO_WIDE -> read(clips.of("wide", "mp4", List.of(GOOD.replace("320x180", "2400x32"))));
            case TOO_LONG -> read(clips.of("long", "mp4", List.of(GOOD.replace("r=25:d=5", "r=5:d=45"))));
            case PLAYLIST ->
                "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"
                        .getBytes(StandardCharsets.UTF_8);
            case CONCAT_SCRIPT -> "ffconcat version 1.0\nfile /etc/passwd\n".getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] cut(Path file, double share) throws IOException {
        byte[] whole = read(file);
        return Arrays.copyOf(whole, (int) (whole.length * share));
    }

    private static byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }
}
