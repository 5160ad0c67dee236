package atelier.processors.hls;

import java.math.BigDecimal;
import java.util.List;

/** Reads playlists back. */
final class MediaPlaylists {
    private MediaPlaylists() {}

    /** The EXTINF values. */
    static List<BigDecimal> durations(String playlist) {
        return playlist.lines()
                .filter(line -> line.startsWith("#EXTINF:"))
                .map(line -> new BigDecimal(line.substring(8, line.indexOf(','))))
                .toList();
    }
}
