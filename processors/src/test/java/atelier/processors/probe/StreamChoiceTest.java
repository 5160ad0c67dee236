package atelier.processors.probe;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.index.Ratio;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Of all the streams in a file, which are the film and its sound. */
class StreamChoiceTest {
    private final Judge judge = new Judge(SourceLimits.defaults());

    @Test
    void allAudioStreamsAreReadAndTheDefaultOneIsTheMainOne() throws Exception {
        MediaInfo media = Recorded.media("audio");
        assertThat(media.audio())
                .containsExactly(
                        new AudioStream(
                                1,
                                "aac",
                                48000,
                                6,
                                Optional.of("5.1"),
                                Optional.of("fra"),
                                Optional.of(new Ratio(1, 48_000)),
                                OptionalLong.of(0),
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        new AudioStream(
                                2,
                                "aac",
                                48000,
                                1,
                                Optional.of("mono"),
                                Optional.of("deu"),
                                Optional.of(new Ratio(1, 48_000)),
                                OptionalLong.of(0),
                                true,
                                Optional.empty(),
                                Optional.empty()));
        assertThat(media.mainAudio().map(AudioStream::index)).contains(2);
    }

    @Test
    void aCoverIsNotTheFilmHoweverLarge() throws Exception {
        assertThat(Recorded.media("cover").video().codec()).isEqualTo("h264");
        String larger = Recorded.text("cover.json").replaceFirst("(?s)(\"mjpeg\".*?\"width\": )320", "$199999");
        assertThat(judge.judge(new ProbeParser().parse(larger)).video().codec()).isEqualTo("h264");
    }

    @Test
    void ofSeveralFilmsTheDefaultOneIsChosenElseTheLargest() throws Exception {
        assertThat(Recorded.media("two").video().index()).isZero();
        String noDefault = Recorded.text("two.json").replace("\"default\": 1", "\"default\": 0");
        assertThat(judge.judge(new ProbeParser().parse(noDefault)).video().index())
                .isEqualTo(1);
        String bothDefault = Recorded.text("two.json").replace("\"default\": 0", "\"default\": 1");
        assertThat(judge.judge(new ProbeParser().parse(bothDefault)).video().index())
                .isEqualTo(1);
    }

    @Test
    void dataTracksArePassedOver() throws Exception {
        MediaInfo media = Recorded.media("data");
        assertThat(media.video().index()).isZero();
        assertThat(media.audio()).isEmpty();
        assertThat(media.subtitles()).isEmpty();
    }
}
