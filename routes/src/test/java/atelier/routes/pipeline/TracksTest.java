package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Every track of a source can be chosen. */
@PipelineSuite
class TracksTest {
    private static final String SLUG = "tracks/film";

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
