package atelier.processors.hls;

import java.util.List;

/**
 * The playlist of one rendition that lists what is not made yet. It begins as one that grows, and stays one: when the timeline is known
 * to its end, be it by the source's index alone, it gets that. Each output may bring an init segment of its own.
 *
 * @param targetSeconds EXT-X-TARGETDURATION
 * @param timescale ticks a second of all times
 * @param outputs in order and without gaps
 * @param end EXT-X-ENDLIST stands where nothing follows
 */
public record WholePlaylist(int targetSeconds, long timescale, List<Output> outputs, End end) implements Listed {

    /**
     * Segments behind one init segment.
     *
     * @param mapUri address of the init segment
     * @param segments in order
     */
    public record Output(String mapUri, List<MediaPlaylist.Segment> segments) {
        public Output {
            segments = List.copyOf(segments);
        }
    }

    /** @throws PlaylistException if segments leave a gap, or one is too long */
    public WholePlaylist {
        outputs = List.copyOf(outputs);
        if (!outputs.isEmpty()) {
            List<MediaPlaylist.Segment> all =
                    outputs.stream().flatMap(each -> each.segments().stream()).toList();
            // Of these the rules are the same.
            new MediaPlaylist(PlaylistType.EVENT, targetSeconds, outputs.get(0).mapUri(), timescale, all, ended());
        }
    }

    @Override
    public int size() {
        return outputs.stream().mapToInt(each -> each.segments().size()).sum();
    }

    @Override
    public String text() {
        Tags tags = new Tags()
                .tag("EXT-X-VERSION", 7)
                .tag("EXT-X-TARGETDURATION", targetSeconds)
                .tag("EXT-X-MEDIA-SEQUENCE", 0)
                .tag("EXT-X-PLAYLIST-TYPE", PlaylistType.EVENT)
                .tag("EXT-X-INDEPENDENT-SEGMENTS")
                .tag("EXT-X-START", new Attributes().plain("TIME-OFFSET", 0).yesNo("PRECISE", true));
        if (!ended()) {
            // Whoever knows this asks for what comes next at once, and is answered when it is known.
            tags.tag("EXT-X-SERVER-CONTROL", new Attributes().yesNo("CAN-BLOCK-RELOAD", true));
        }
        Durations durations = new Durations(timescale);
        String map = "";
        for (Output output : outputs) {
            if (!output.mapUri().equals(map)) {
                map = output.mapUri();
                tags.tag("EXT-X-MAP", new Attributes().uri("URI", map));
            }
            for (MediaPlaylist.Segment segment : output.segments()) {
                long micros = durations.micros(segment.startTicks(), segment.durationTicks());
                tags.tag("EXTINF", Durations.text(micros) + ",").uri(segment.uri());
            }
        }
        return (ended() ? tags.tag("EXT-X-ENDLIST") : tags).text();
    }
}
