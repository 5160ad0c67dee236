package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The sound is stereo, covers the whole duration, and is where the source has it. */
@PipelineSuite
class SoundTest {
    private static final double AAC_FRAME = 1024 / 48_000.0;

    @Autowired
    private Gallery gallery;

    @Autowired
    private Published published;

    @Autowired
    private MediaReader reader;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Clip.class)
    void soundIsStereoAndAsLongAsThePictures(Clip clip) {
        gallery.ready(clip);
        Path file = published.file(clip.slug(), "SD", folder);
        List<String> sound = reader.probe(
                "-select_streams a -show_entries stream=codec_name,sample_rate,channels -of csv=p=0", file.toString());

        if (!clip.hasSound()) {
            assertThat(sound).isEmpty();
            return;
        }
        assertThat(sound).containsExactly("aac,48000,2");
        double pictures = reader.coded(file).duration();
        double samples = Waveform.of(reader, file.toString()).seconds();
        assertThat(samples).isEqualTo(pictures, within(2 * AAC_FRAME));
    }

    @Test
    void soundThatBeginsLateAndEndsEarlyIsSurroundedBySilence() {
        gallery.ready(Clip.LATE_AND_SHORT_SOUND);
        Path file = published.file(Clip.LATE_AND_SHORT_SOUND.slug(), "SD", folder);

        Waveform source =
                Waveform.of(reader, gallery.source(Clip.LATE_AND_SHORT_SOUND).toString());
        Waveform made = Waveform.of(reader, file.toString());
        assertThat(source.firstLoud(0)).isEqualTo(0.5, within(AAC_FRAME));
        assertThat(made.firstLoud(0)).isEqualTo(source.firstLoud(0), within(AAC_FRAME));
        assertThat(made.lastLoud()).isEqualTo(source.lastLoud(), within(AAC_FRAME));
    }
}
