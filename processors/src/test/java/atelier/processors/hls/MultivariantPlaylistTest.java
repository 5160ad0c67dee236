package atelier.processors.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.hls.MultivariantPlaylist.Audio;
import atelier.processors.hls.MultivariantPlaylist.IFrames;
import atelier.processors.hls.MultivariantPlaylist.Variant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MultivariantPlaylistTest {
    private static final Variant SD = new Variant(
            "SD.m3u8",
            900_000,
            700_000,
            "avc1.64001e,mp4a.40.2",
            722,
            406,
            30000.0 / 1001,
            Optional.of("stereo"),
            "SDR");

    @Test
    void variantsAndSoundAreListed() {
        Audio audio = new Audio("stereo", "English", Optional.of("en"), 2, "AUDIO.m3u8", true, true, false);
        IFrames frames = new IFrames("SD-i.m3u8", 90_000, 70_000, "avc1.64001e", 722, 406, "SDR");
        assertThat(withoutSubtitles(List.of(SD), List.of(audio), List.of(frames))
                        .text())
                .isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="stereo",NAME="English",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,\
                CHANNELS="2",URI="AUDIO.m3u8"
                #EXT-X-STREAM-INF:BANDWIDTH=900000,AVERAGE-BANDWIDTH=700000,CODECS="avc1.64001e,mp4a.40.2",\
                RESOLUTION=722x406,FRAME-RATE=29.970,AUDIO="stereo"
                SD.m3u8
                #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=90000,AVERAGE-BANDWIDTH=70000,CODECS="avc1.64001e",\
                RESOLUTION=722x406,URI="SD-i.m3u8"
                """);
    }

    @Test
    void aNameCannotBreakOutOfItsQuotes() {
        Audio audio = new Audio("stereo", "Mila \"M\"\n#EXT", Optional.empty(), 2, "a b.m3u8", false, false, false);
        assertThat(withoutSubtitles(List.of(SD), List.of(audio), List.of()).text())
                .contains("NAME=\"Mila 'M' #EXT\",DEFAULT=NO,AUTOSELECT=NO,CHANNELS=\"2\",URI=\"a%20b.m3u8\"\n");
    }

    @Test
    void whatIsToBeTurnedWithTheViewIsMarkedForThosePlayersThatKnowHow() {
        Audio audio = new Audio("stereo", "Sound", Optional.empty(), 4, "AUDIO360.m3u8", false, false, true);
        assertThat(withoutSubtitles(List.of(SD), List.of(audio), List.of()).text())
                .contains(
                        "DEFAULT=NO,AUTOSELECT=NO,CHANNELS=\"4\",CHARACTERISTICS=\"atelier.ambisonic\",URI=\"AUDIO360");
    }

    @Test
    void whatOnlySomePlayersCanShowIsOfAVersionThatKnowsOfSuchThings() {
        Audio audio = new Audio("stereo", "Sound", Optional.empty(), 2, "AUDIO.m3u8", true, true, false);
        IFrames frames = new IFrames("SD-i.m3u8", 90_000, 70_000, "avc1.64001e", 722, 406, "SDR");
        MultivariantPlaylist playlist = new MultivariantPlaylist(
                List.of(SD), List.of(audio), List.of(), List.of(frames), Optional.of("PROJ-EQUI"));

        assertThat(playlist.text()).contains("#EXT-X-VERSION:12\n");
        assertThat(playlist.text().lines().filter(line -> line.contains(",REQ-VIDEO-LAYOUT=\"PROJ-EQUI\"")))
                .hasSize(2);
    }

    @Test
    void aVariantWhoseSoundIsMissingIsRefused() {
        assertThatThrownBy(() -> withoutSubtitles(List.of(SD), List.of(), List.of()))
                .isInstanceOf(PlaylistException.class)
                .hasMessageContaining("SD.m3u8");
    }

    @Test
    void nothingToPlayIsRefused() {
        assertThatThrownBy(() -> withoutSubtitles(List.of(), List.of(), List.of()))
                .isInstanceOf(PlaylistException.class);
    }

    @Test
    void rangesAreNamedOnlyWhereOneIsHigh() {
        Variant high = new Variant(
                "4K.m3u8", 9_000_000, 8_000_000, "hvc1.2.4.L150.90", 3840, 2160, 25, Optional.empty(), "PQ");
        Variant standard =
                new Variant("SD.m3u8", 900_000, 800_000, "avc1.64001e", 722, 406, 25, Optional.empty(), "SDR");

        assertThat(withoutSubtitles(List.of(standard, high), List.of(), List.of())
                        .text())
                .contains("FRAME-RATE=25.000,VIDEO-RANGE=SDR\nSD.m3u8", "FRAME-RATE=25.000,VIDEO-RANGE=PQ\n4K.m3u8");
        assertThat(withoutSubtitles(List.of(standard), List.of(), List.of()).text())
                .doesNotContain("VIDEO-RANGE");
    }

    private static MultivariantPlaylist withoutSubtitles(
            List<Variant> variants, List<Audio> audio, List<IFrames> iFrames) {
        return new MultivariantPlaylist(variants, audio, List.of(), iFrames, Optional.empty());
    }
}
