package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Every track of a source can be chosen. */
@PipelineSuite
class TracksTest {
    private static final String SLUG = "tracks/film";
    private static final String TEXTS = "tracks/texts";
    private static final String PLAIN = "tracks/plain";
    private static final String PICTURES = "-f lavfi -i testsrc2=s=160x90:r=25:d=4 ";
    private static final String CODED = "-c:v libx264 -preset ultrafast -g 50 -pix_fmt yuv420p ";

    @Autowired
    private ClipFiles clips;

    @Autowired
    private Studio studio;

    @Autowired
    private Site site;

    @Autowired
    private Published published;

    @Autowired
    private MediaReader reader;

    @TempDir
    private Path folder;

    @Test
    void everySoundOfASourceIsPublishedInItsLanguage() {
        studio.drop(clips.of("tracks-source", "mkv", List.of(source())), SLUG + ".mkv");
        studio.ready(SLUG);

        String master = site.text(published.master(SLUG));
        assertThat(master)
                .contains(
                        "NAME=\"Deutsch\",LANGUAGE=\"de\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"2\"",
                        "NAME=\"English (Commentary)\",LANGUAGE=\"en\",DEFAULT=NO,AUTOSELECT=YES,CHANNELS=\"2\"");
        assertThat(firstLoud("AUDIO")).isEqualTo(1.0, within(0.03));
        assertThat(firstLoud("AUDIO-2")).isEqualTo(0.0, within(0.03));
        assertThat(reader.probe(
                        "-select_streams a -show_entries stream=codec_name -of csv=p=0",
                        published.file(SLUG, "SD", folder).toString()))
                .containsExactly("aac");
    }

    @Test
    void textOfTheSourceAndBesideItIsPublishedAsSubtitles() throws URISyntaxException {
        Path subtitles = Path.of(TracksTest.class.getResource("own.srt").toURI());
        studio.drop(clips.of("tracks-text", "mkv", List.of(withText(subtitles))), TEXTS + ".mkv");
        studio.ready(TEXTS);
        assertThat(site.text(published.master(TEXTS)))
                .contains(
                        "TYPE=SUBTITLES,GROUP-ID=\"text\",NAME=\"Français\",LANGUAGE=\"fr\",DEFAULT=NO,AUTOSELECT=YES",
                        "SUBTITLES=\"text\"");
        assertThat(text("TEXT")).contains("00:00:01.000 --> 00:00:03.000\n<i>Own</i>\n");

        String german = "1\n00:00:01,000 --> 00:00:02,000\n<script>Grüße</script> & <b>more";
        studio.drop(german.getBytes(StandardCharsets.ISO_8859_1), TEXTS + ".de.srt");
        studio.drop("WEBVTT\n\n00:01.000 --> 00:02.000\nReplaced".getBytes(StandardCharsets.UTF_8), TEXTS + ".fr.vtt");
        studio.until(TEXTS, each -> {
            String master = site.text(published.master(TEXTS));
            return master.contains("TEXT-DE.m3u8") && master.contains("TEXT-FR.m3u8");
        });

        assertThat(text("TEXT-DE")).contains("\nGrüße &amp; <b>more</b>\n");
        assertThat(text("TEXT-FR")).contains("\nReplaced\n");
        assertThat(site.text(published.master(TEXTS))).doesNotContain("/TEXT.m3u8");
    }

    @Test
    void whatIsNoTextIsRefusedAndTheFilmStays() {
        studio.drop(clips.of("tracks-plain", "mkv", List.of(PICTURES + "-map 0 " + CODED + "OUT")), PLAIN + ".mkv");
        studio.ready(PLAIN);
        studio.drop("GIF89a, no times".getBytes(StandardCharsets.UTF_8), PLAIN + ".en.srt");

        JsonNode told = studio.until(PLAIN, each -> each.path("error").isTextual());
        assertThat(told.path("error").asText()).contains("There are no subtitles in the file");
        assertThat(told.path("playable").asBoolean()).isTrue();
    }

    private String text(String rendition) {
        MediaList list = published.playlist(TEXTS, rendition);
        return site.text(list.parts().get(0).address());
    }

    private static String withText(Path subtitles) {
        return PICTURES + "-i " + subtitles + " -map 0 -map 1 " + CODED + "-c:s srt -metadata:s:s:0 language=fre OUT";
    }

    private double firstLoud(String rendition) {
        return Waveform.of(reader, published.streamed(SLUG, rendition, folder).toString())
                .firstLoud(0);
    }

    /** Its second sound is the main one, and begins late. */
    private static String source() {
        return "-f lavfi -i testsrc2=s=320x180:r=25:d=4 -f lavfi -i sine=880:r=48000:d=4 -f lavfi"
                + " -i aevalsrc='gt(t\\,1)*sin(2*PI*440*t)/4':s=48000:d=4 -map 0 -map 1 -map 2 -c:v libx264"
                + " -preset ultrafast -g 50 -pix_fmt yuv420p -c:a aac -metadata:s:a:0 language=eng -metadata:s:a:0"
                + " title=Commentary -disposition:a:0 0 -metadata:s:a:1 language=deu -disposition:a:1 default OUT";
    }
}
