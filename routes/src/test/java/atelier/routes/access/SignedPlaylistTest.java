package atelier.routes.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignedPlaylistTest {
    private static final String MEDIA = """
            #EXTM3U
            #EXT-X-MAP:URI="../../../../../chunks/ab/init.mp4"
            #EXTINF:6.006,
            ../../../../../chunks/ab/0/00000.m4s

            #EXTINF:2.5,
            ../../../../../chunks/cd/540/00000.m4s
            #EXT-X-ENDLIST
            """;

    @Test
    void segmentsAndTheirInitSegmentsGetOtherAddresses() {
        String signed = SignedPlaylist.of(
                "/media/mila/a%20b/editions/1/SD.m3u8", MEDIA, (path, address) -> path + "|" + address.length() + "$1");

        assertThat(signed).isEqualTo("""
                #EXTM3U
                #EXT-X-MAP:URI="/chunks/ab/init.mp4|33$1"
                #EXTINF:6.006,
                /chunks/ab/0/00000.m4s|36$1

                #EXTINF:2.5,
                /chunks/cd/540/00000.m4s|38$1
                #EXT-X-ENDLIST
                """);
    }

    @Test
    void playlistsOfRenditionsAndOfSoundGetThemToo() {
        String master = """
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",URI="editions/2/AUDIO.m3u8"
                #EXT-X-STREAM-INF:BANDWIDTH=1
                editions/2/SD.m3u8""";

        assertThat(SignedPlaylist.of("/media/mila/sunset/master.m3u8", master, (path, address) -> address + "?p"))
                .isEqualTo("""
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",URI="editions/2/AUDIO.m3u8?p"
                        #EXT-X-STREAM-INF:BANDWIDTH=1
                        editions/2/SD.m3u8?p""");
    }

    @Test
    void itLastsAsLongAsItsSegments() {
        assertThat(SignedPlaylist.duration(MEDIA)).isEqualTo(Duration.ofMillis(8506));
    }
}
