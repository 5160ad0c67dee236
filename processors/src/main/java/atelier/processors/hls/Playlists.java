package atelier.processors.hls;

/** Questions about playlists as they are stored. */
public final class Playlists {
    private Playlists() {}

    /** Whether a media playlist will never change: it has EXT-X-ENDLIST. */
    public static boolean hasEnded(String playlist) {
        return playlist.lines().anyMatch(line -> line.strip().equals("#EXT-X-ENDLIST"));
    }
}
