package atelier.processors.hls;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.hls.IFramePlaylist.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class IFramePlaylistTest {

    @Test
    void keyFramesAreByteRangesThatLastUntilTheNext() {
        List<Frame> frames = List.of(new Frame("0.m4s", 0, 0, 900), new Frame("1.m4s", 60_060, 0, 800));
        assertThat(new IFramePlaylist(6, "init.mp4", 30_000, frames, 90_090).text())
                .isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:6
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXT-X-I-FRAMES-ONLY
                #EXT-X-MAP:URI="init.mp4"
                #EXTINF:2.002000,
                #EXT-X-BYTERANGE:900@0
                0.m4s
                #EXTINF:1.001000,
                #EXT-X-BYTERANGE:800@0
                1.m4s
                #EXT-X-ENDLIST
                """);
    }
}
