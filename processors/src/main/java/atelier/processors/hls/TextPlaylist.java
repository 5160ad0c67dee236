package atelier.processors.hls;

/**
 * The playlist of subtitles, which are one file. It is there to its end from the beginning: so it may have a target duration of its own
 * (RFC 8216bis, 6.2.4), beside renditions that still grow.
 *
 * @param uri of the WebVTT file
 * @param durationMillis of the film
 */
public record TextPlaylist(String uri, long durationMillis) implements Listed {
    private static final long MICROS = 1000;

    @Override
    public int size() {
        return 1;
    }

    @Override
    public End end() {
        return End.FINAL;
    }

    @Override
    public String text() {
        long millis = Math.max(1, durationMillis);
        return new Tags()
                .tag("EXT-X-VERSION", 7)
                .tag("EXT-X-TARGETDURATION", (millis + 999) / 1000)
                .tag("EXT-X-MEDIA-SEQUENCE", 0)
                .tag("EXT-X-PLAYLIST-TYPE", PlaylistType.VOD)
                .tag("EXT-X-INDEPENDENT-SEGMENTS")
                .tag("EXTINF", Durations.text(millis * MICROS) + ",")
                .uri(uri)
                .tag("EXT-X-ENDLIST")
                .text();
    }
}
