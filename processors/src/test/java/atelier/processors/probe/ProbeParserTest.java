package atelier.processors.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.catalog.Json;
import atelier.processors.index.Ratio;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeParserTest {
    private final Judge judge = new Judge(SourceLimits.defaults());

    @Test
    void anOrdinaryFilmIsReadWhole() throws Exception {
        MediaInfo media = recorded("upright");
        assertThat(media)
                .isEqualTo(new MediaInfo(
                        "mov,mp4,m4a,3gp,3g2,mj2",
                        OptionalLong.of(1_000_000),
                        new VideoStream(
                                0,
                                "h264",
                                Optional.of("High"),
                                Optional.of("yuv420p"),
                                Optional.of("b5de69512a54017a60b7770a2b69f80f82163837515d51e5f43837e3ece73e28"),
                                8,
                                new Geometry(320, 180, new Ratio(1, 1), 0, false),
                                new Timing(
                                        Optional.of(new Ratio(25, 1)),
                                        Optional.of(new Ratio(25, 1)),
                                        new Ratio(1, 12800),
                                        OptionalLong.of(0)),
                                Optional.of("progressive"),
                                new Colour(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                                Optional.empty(),
                                Optional.empty()),
                        List.of(),
                        List.of()));
        assertThat(media.duration()).contains(Duration.ofSeconds(1));
        assertThat(media.mainAudio()).isEmpty();
    }

    @Test
    void aRotatedFilmIsShownUpright() throws Exception {
        Geometry geometry = recorded("rotated").video().geometry();
        assertThat(geometry).isEqualTo(new Geometry(320, 180, new Ratio(1, 1), 270, false));
        assertThat(geometry.displayWidth()).isEqualTo(180);
        assertThat(geometry.displayHeight()).isEqualTo(320);
    }

    @Test
    void aMirrorIsToldFromATurn() throws Exception {
        assertThat(recorded("mirrored").video().geometry().mirrored()).isTrue();
        assertThat(recorded("rotated").video().geometry().mirrored()).isFalse();
    }

    @Test
    void anamorphicPixelsAreShownSquare() throws Exception {
        VideoStream video = recorded("anamorphic").video();
        assertThat(video.geometry().sampleAspectRatio()).isEqualTo(new Ratio(64, 45));
        assertThat(video.geometry().displayWidth()).isEqualTo(1024);
        assertThat(video.geometry().displayHeight()).isEqualTo(576);
        assertThat(video.fieldOrder()).contains("tt");
        assertThat(video.timing().startPts()).hasValue(48600);
        assertThat(video.timing().timeBase()).isEqualTo(new Ratio(1, 90000));
    }

    @Test
    void depthAndColourOfAnHdrFilmAreRead() throws Exception {
        VideoStream video = recorded("hdr").video();
        assertThat(video.codec()).isEqualTo("hevc");
        assertThat(video.profile()).contains("Main 10");
        assertThat(video.bitDepth()).isEqualTo(10);
        assertThat(video.timing().declaredRates()).containsExactly(new Ratio(30000, 1001));
        assertThat(video.colour())
                .isEqualTo(new Colour(
                        Optional.of("tv"), Optional.of("bt2020nc"), Optional.of("bt2020"), Optional.of("smpte2084")));
    }

    @Test
    void aWebFilmIsRead() throws Exception {
        MediaInfo media = recorded("vp9");
        assertThat(media.container()).isEqualTo("matroska,webm");
        assertThat(media.video().codec()).isEqualTo("vp9");
        assertThat(media.duration()).contains(Duration.ofSeconds(1));
    }

    @Test
    void allAudioStreamsAreReadAndTheDefaultOneIsTheMainOne() throws Exception {
        MediaInfo media = recorded("audio");
        assertThat(media.audio())
                .containsExactly(
                        new AudioStream(
                                1, "aac", 48000, 6, Optional.of("5.1"), Optional.of("fra"), OptionalLong.of(0), false),
                        new AudioStream(
                                2, "aac", 48000, 1, Optional.of("mono"), Optional.of("deu"), OptionalLong.of(0), true));
        assertThat(media.mainAudio().map(AudioStream::index)).contains(2);
    }

    @Test
    void subtitlesAreRead() throws Exception {
        assertThat(recorded("subtitles").subtitles())
                .containsExactly(new SubtitleStream(1, "mov_text", Optional.of("fra"), true));
    }

    @Test
    void aCoverIsNotTheFilmHoweverLarge() throws Exception {
        assertThat(recorded("cover").video().codec()).isEqualTo("h264");
        String larger = Recorded.text("cover.json").replaceFirst("(?s)(\"mjpeg\".*?\"width\": )320", "$199999");
        assertThat(judge.judge(new ProbeParser().parse(larger)).video().codec()).isEqualTo("h264");
    }

    @Test
    void ofSeveralFilmsTheDefaultOneIsChosenElseTheLargest() throws Exception {
        assertThat(recorded("two").video().index()).isZero();
        String noDefault = Recorded.text("two.json").replace("\"default\": 1", "\"default\": 0");
        assertThat(judge.judge(new ProbeParser().parse(noDefault)).video().index())
                .isEqualTo(1);
        String bothDefault = Recorded.text("two.json").replace("\"default\": 0", "\"default\": 1");
        assertThat(judge.judge(new ProbeParser().parse(bothDefault)).video().index())
                .isEqualTo(1);
    }

    @Test
    void dataTracksArePassedOver() throws Exception {
        MediaInfo media = recorded("data");
        assertThat(media.video().index()).isZero();
        assertThat(media.audio()).isEmpty();
        assertThat(media.subtitles()).isEmpty();
    }

    @Test
    void aSphericalFilmSaysHowItIsLaidOut() throws Exception {
        VideoStream video = recorded("spherical").video();
        assertThat(video.spherical()).contains(new Spherical("equirectangular", 0, 0, 0));
        assertThat(video.stereoMode()).contains("top and bottom");
    }

    @ParameterizedTest
    @CsvSource({
        "yuv420p, 8",
        "yuvj420p, 8",
        "nv12, 8",
        "rgb24, 8",
        "bgra, 8",
        "pal8, 8",
        "rgb565le, 8",
        "yuv420p10le, 10",
        "yuv444p12be, 12",
        "p010le, 10",
        "y210le, 10",
        "p416le, 16",
        "gray10le, 10",
        "rgb48le, 16",
        "rgba64be, 16",
        "x2rgb10le, 10",
        "gbrp16le, 16",
        "xyz12le, 12",
        "nv20le, 10",
        "xv36le, 12",
        "gbrpf32le, 32"
    })
    void theBitDepthIsInThePixelFormat(String pixelFormat, int bits) {
        assertThat(PictureParser.bitDepth(pixelFormat)).isEqualTo(bits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"r_frame_rate\": \"0/0\"",
                "\"r_frame_rate\": \"25\"",
                "\"r_frame_rate\": \"99999999999999999999/1\"",
                "\"r_frame_rate\": \"-25/1\"",
                "\"r_frame_rate\": \"a/b\"",
                "\"r_frame_rate\": null",
                "\"r_frame_rate\": [1]"
            })
    void aSenselessRateIsNone(String rate) throws Exception {
        String json = Recorded.text("upright.json").replace("\"r_frame_rate\": \"25/1\"", rate);
        assertThat(json).contains(rate);
        assertThat(new ProbeParser()
                        .parse(json).videos().get(0).stream().timing().rate())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "1e999999999", "99999999999999999999", "-", "NaN", "0x10"})
    void aSenselessDurationIsNone(String duration) throws Exception {
        String json = Recorded.text("upright.json")
                .replace("\"duration\": \"1.000000\"", "\"duration\": \"" + duration + "\"");
        assertThat(new ProbeParser().parse(json).durationMicros()).isEmpty();
    }

    @Test
    void outputThatIsCutOffIsNoJson() {
        String json = Recorded.text("upright.json");
        assertThatThrownBy(() -> new ProbeParser().parse(json.substring(0, 500)))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upright", "anamorphic", "hdr", "audio", "subtitles", "spherical"})
    void whatWasFoundOutlastsTheCatalogue(String name) throws Exception {
        MediaInfo media = recorded(name);
        Json json = new Json();
        assertThat(json.read(json.write(media), MediaInfo.class)).isEqualTo(media);
    }

    private MediaInfo recorded(String name) throws JsonProcessingException {
        return judge.judge(new ProbeParser().parse(Recorded.text(name + ".json")));
    }
}
