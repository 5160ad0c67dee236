package atelier.processors.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.hls.MediaPlaylist.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaPlaylistTest {

    @Test
    void aFinishedRenditionIsAVodPlaylist() {
        assertThat(playlist(PlaylistType.VOD, true, segments(2, 120_120)).text())
                .isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:6
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-MAP:URI="init.mp4"
                #EXTINF:4.004000,
                0.m4s
                #EXTINF:4.004000,
                1.m4s
                #EXT-X-ENDLIST
                """);
    }

    @Test
    void aGrowingRenditionIsAnEventThatStartsAtItsBeginning() {
        String text = playlist(PlaylistType.EVENT, false, segments(1, 120_120)).text();
        assertThat(text)
                .contains("#EXT-X-PLAYLIST-TYPE:EVENT\n", "#EXT-X-START:TIME-OFFSET=0,PRECISE=YES\n")
                .doesNotContain("ENDLIST");
        assertThat(Playlists.hasEnded(text)).isFalse();
        assertThat(Playlists.hasEnded(
                        playlist(PlaylistType.EVENT, true, List.of()).text()))
                .isTrue();
    }

    @Test
    void whatGrowsIsOnlyAppendedTo() {
        List<Segment> segments = segments(50, 100_100);
        String before =
                playlist(PlaylistType.EVENT, false, segments.subList(0, 49)).text();
        assertThat(playlist(PlaylistType.EVENT, false, segments).text()).startsWith(before);
    }

    @Test
    void theSumOverAnyRunIsExactToAMicrosecond() {
        int hours = 3;
        List<Segment> segments = segments(hours * 900, 123_457);
        List<BigDecimal> written = MediaPlaylists.durations(
                new MediaPlaylist(PlaylistType.VOD, 6, "init.mp4", 30_001, segments, true).text());
        for (int from = 0; from < segments.size(); from += 97) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int to = from; to < segments.size(); to++) {
                sum = sum.add(written.get(to));
                double real = (to - from + 1) * 123_457.0 / 30_001;
                assertThat(Math.abs(sum.doubleValue() - real)).isLessThan(2e-6);
            }
        }
    }

    @Test
    void aSegmentLongerThanTheTargetIsRefused() {
        assertThat(playlist(PlaylistType.VOD, true, segments(1, 194_999)).text())
                .contains("6.499967");
        assertThatThrownBy(() -> playlist(PlaylistType.VOD, true, segments(1, 195_000)))
                .isInstanceOf(PlaylistException.class)
                .hasMessageContaining("lasts 6.500000 s where the target duration is 6 s");
    }

    @Test
    void aGapIsRefused() {
        List<Segment> segments = new ArrayList<>(segments(3, 60_060));
        segments.remove(1);
        assertThatThrownBy(() -> playlist(PlaylistType.EVENT, false, segments))
                .isInstanceOf(PlaylistException.class)
                .hasMessageContaining("Segment 1 starts at tick 120120, the one before ends at 60060");
    }

    @Test
    void aVodPlaylistHasAnEnd() {
        assertThatThrownBy(() -> playlist(PlaylistType.VOD, false, segments(1, 60_060)))
                .isInstanceOf(PlaylistException.class);
    }

    @Test
    void anAddressCannotBreakOutOfItsLine() {
        List<Segment> segments = List.of(new Segment("é x\n#EXT-X-ENDLIST\"", 0, 60_060));
        assertThat(playlist(PlaylistType.EVENT, false, segments).text()).endsWith("\n%C3%A9%20x%0A#EXT-X-ENDLIST%22\n");
    }

    private static MediaPlaylist playlist(PlaylistType type, boolean ended, List<Segment> segments) {
        return new MediaPlaylist(type, 6, "init.mp4", 30_000, segments, ended);
    }

    private static List<Segment> segments(int count, long ticks) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            segments.add(new Segment(i + ".m4s", i * ticks, ticks));
        }
        return segments;
    }
}
