package atelier.processors.hls;

import java.util.List;

/**
 * The playlist of one rendition.
 *
 * @param type whether it may still grow
 * @param targetSeconds EXT-X-TARGETDURATION; the same in every version of a growing playlist
 * @param mapUri address of the init segment
 * @param timescale ticks a second of all times
 * @param segments in order and without gaps
 * @param ended whether nothing follows: EXT-X-ENDLIST; a VOD playlist always is
 */
public record MediaPlaylist(
        PlaylistType type, int targetSeconds, String mapUri, long timescale, List<Segment> segments, boolean ended) {

    /**
     * A segment of it.
     *
     * @param uri its address
     * @param startTicks on the rendition's timeline
     * @param durationTicks presented duration
     */
    public record Segment(String uri, long startTicks, long durationTicks) {}

    /** @throws PlaylistException if segments leave a gap, one is too long, or a VOD playlist is not ended */
    public MediaPlaylist {
        segments = List.copyOf(segments);
        if (type == PlaylistType.VOD && !ended) {
            throw new PlaylistException("A VOD playlist has no end");
        }
        Durations durations = new Durations(timescale);
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            Durations.check(durations.micros(segment.startTicks(), segment.durationTicks()), targetSeconds, i);
            if (i > 0 && segment.startTicks() != end(segments.get(i - 1))) {
                throw new PlaylistException(
                        "Segment %d starts at tick %d, the one before ends at %d",
                        i, segment.startTicks(), end(segments.get(i - 1)));
            }
        }
    }

    private static long end(Segment segment) {
        return segment.startTicks() + segment.durationTicks();
    }

    /** The playlist as it is served. */
    public String text() {
        Tags tags = new Tags()
                .tag("EXT-X-VERSION", 7)
                .tag("EXT-X-TARGETDURATION", targetSeconds)
                .tag("EXT-X-MEDIA-SEQUENCE", 0)
                .tag("EXT-X-PLAYLIST-TYPE", type)
                .tag("EXT-X-INDEPENDENT-SEGMENTS");
        if (type == PlaylistType.EVENT) {
            // Without it hls.js begins at the end of what is there.
            tags.tag("EXT-X-START", new Attributes().plain("TIME-OFFSET", 0).yesNo("PRECISE", true));
        }
        tags.tag("EXT-X-MAP", new Attributes().uri("URI", mapUri));
        Durations durations = new Durations(timescale);
        for (Segment segment : segments) {
            long micros = durations.micros(segment.startTicks(), segment.durationTicks());
            tags.tag("EXTINF", Durations.text(micros) + ",").uri(segment.uri());
        }
        return (ended ? tags.tag("EXT-X-ENDLIST") : tags).text();
    }
}
