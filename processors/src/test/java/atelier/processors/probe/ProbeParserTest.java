package atelier.processors.probe;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.catalog.Json;
import atelier.processors.index.Ratio;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeParserTest {
    @Test
    void anOrdinaryFilmIsReadWhole() throws Exception {
        MediaInfo media = Recorded.media("upright");
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
        Geometry geometry = Recorded.media("rotated").video().geometry();
        assertThat(geometry).isEqualTo(new Geometry(320, 180, new Ratio(1, 1), 270, false));
        assertThat(geometry.displayWidth()).isEqualTo(180);
        assertThat(geometry.displayHeight()).isEqualTo(320);
    }

    @Test
    void aMirrorIsToldFromATurn() throws Exception {
        assertThat(Recorded.media("mirrored").video().geometry().mirrored()).isTrue();
        assertThat(Recorded.media("rotated").video().geometry().mirrored()).isFalse();
    }

    @Test
    void anamorphicPixelsAreShownSquare() throws Exception {
        VideoStream video = Recorded.media("anamorphic").video();
        assertThat(video.geometry().sampleAspectRatio()).isEqualTo(new Ratio(64, 45));
        assertThat(video.geometry().displayWidth()).isEqualTo(1024);
        assertThat(video.geometry().displayHeight()).isEqualTo(576);
        assertThat(video.fieldOrder()).contains("tt");
        assertThat(video.timing().startPts()).hasValue(48600);
        assertThat(video.timing().timeBase()).isEqualTo(new Ratio(1, 90000));
    }

    @Test
    void ofInterleavedFieldsTheEarlierLineCounts() throws Exception {
        String json = Recorded.text("anamorphic.json");
        for (String order : List.of("tb tt", "bt bb", "progressive progressive")) {
            String[] words = order.split(" ");
            String told = json.replace("\"field_order\": \"tt\"", "\"field_order\": \"" + words[0] + "\"");
            assertThat(new ProbeParser()
                            .parse(told).mainVideo().orElseThrow().stream().fieldOrder())
                    .contains(words[1]);
        }
    }

    @Test
    void depthAndColourOfAnHdrFilmAreRead() throws Exception {
        VideoStream video = Recorded.media("hdr").video();
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
        MediaInfo media = Recorded.media("vp9");
        assertThat(media.container()).isEqualTo("matroska,webm");
        assertThat(media.video().codec()).isEqualTo("vp9");
        assertThat(media.duration()).contains(Duration.ofSeconds(1));
    }

    @Test
    void subtitlesAreRead() throws Exception {
        assertThat(Recorded.media("subtitles").subtitles())
                .containsExactly(new SubtitleStream(1, "mov_text", Optional.of("fra"), true, Optional.empty()));
    }

    @Test
    void aSphericalFilmSaysHowItIsLaidOut() throws Exception {
        VideoStream video = Recorded.media("spherical").video();
        assertThat(video.spherical()).contains(new Spherical("equirectangular", 0, 0, 0, List.of()));
        assertThat(video.stereoMode()).contains("top and bottom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upright", "anamorphic", "hdr", "audio", "subtitles", "spherical"})
    void whatWasFoundOutlastsTheCatalogue(String name) throws Exception {
        MediaInfo media = Recorded.media(name);
        Json json = new Json();
        assertThat(json.read(json.write(media), MediaInfo.class)).isEqualTo(media);
    }
}
