package atelier.processors.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.processors.hls.MediaPlaylist.Segment;
import atelier.processors.hls.WholePlaylist.Output;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholePlaylistTest {
    private static final Output FIRST = new Output(
            "a/init.mp4", List.of(new Segment("a/0.m4s", 0, 60_060), new Segment("a/1.m4s", 60_060, 60_060)));
    private static final Output SECOND = new Output("b/init.mp4", List.of(new Segment("b/0.m4s", 120_120, 30_030)));

    @Test
    void growsAsLongAsMoreMayBeKnown() {
        assertThat(new WholePlaylist(6, 30_000, List.of(FIRST), End.OPEN).text())
                .isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:6
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PLAYLIST-TYPE:EVENT
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-START:TIME-OFFSET=0,PRECISE=YES
                #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES
                #EXT-X-MAP:URI="a/init.mp4"
                #EXTINF:2.002000,
                a/0.m4s
                #EXTINF:2.002000,
                a/1.m4s
                """);
    }

    @Test
    void eachOutputBringsItsOwnInitSegmentAndTheEndComesLast() {
        WholePlaylist playlist = new WholePlaylist(6, 30_000, List.of(FIRST, SECOND), End.FINAL);

        assertThat(playlist.size()).isEqualTo(3);
        assertThat(playlist.text())
                .contains("PLAYLIST-TYPE:EVENT")
                .doesNotContain("SERVER-CONTROL")
                .endsWith("""
                a/1.m4s
                #EXT-X-MAP:URI="b/init.mp4"
                #EXTINF:1.001000,
                b/0.m4s
                #EXT-X-ENDLIST
                """);
    }

    @Test
    void whatItsIndexTellsToTheEndHasTheEndTooAndMayStillBeTakenBack() {
        WholePlaylist playlist = new WholePlaylist(6, 30_000, List.of(FIRST, SECOND), End.FORESEEN);

        assertThat(playlist.text()).endsWith("#EXT-X-ENDLIST\n").doesNotContain("SERVER-CONTROL");
        assertThat(playlist.ended()).isTrue();
        assertThat(playlist.end()).isNotEqualTo(End.FINAL);
    }

    @Test
    void segmentsFollowEachOther() {
        assertThatThrownBy(() -> new WholePlaylist(6, 30_000, List.of(SECOND, FIRST), End.FINAL))
                .isInstanceOf(PlaylistException.class);
        assertThatThrownBy(() -> new WholePlaylist(1, 30_000, List.of(FIRST), End.FINAL))
                .isInstanceOf(PlaylistException.class);
    }
}
