package atelier.processors.hls;

import java.util.List;

/**
 * The key frames of a finished rendition, for scrubbing: EXT-X-I-FRAMES-ONLY.
 *
 * @param targetSeconds EXT-X-TARGETDURATION
 * @param mapUri address of the init segment
 * @param timescale ticks a second of all times
 * @param frames in order
 * @param endTicks when the rendition ends
 */
public record IFramePlaylist(int targetSeconds, String mapUri, long timescale, List<Frame> frames, long endTicks) {

    /**
     * A key frame.
     *
     * @param uri of the segment that it is in
     * @param startTicks when it is presented
     * @param offset in the segment, of the moof that describes it
     * @param length bytes of the moof and the frame
     */
    public record Frame(String uri, long startTicks, long offset, long length) {}

    /** @throws PlaylistException if frames are not in order, or too far apart */
    public IFramePlaylist {
        frames = List.copyOf(frames);
        Durations durations = new Durations(timescale);
        for (int i = 0; i < frames.size(); i++) {
            long start = frames.get(i).startTicks();
            long end = i + 1 < frames.size() ? frames.get(i + 1).startTicks() : endTicks;
            Durations.check(durations.micros(start, end - start), targetSeconds, i);
        }
    }

    /** The playlist as it is served. */
    public String text() {
        Tags tags = new Tags()
                .tag("EXT-X-VERSION", 7)
                .tag("EXT-X-TARGETDURATION", targetSeconds)
                .tag("EXT-X-MEDIA-SEQUENCE", 0)
                .tag("EXT-X-PLAYLIST-TYPE", PlaylistType.VOD)
                .tag("EXT-X-I-FRAMES-ONLY")
                .tag("EXT-X-MAP", new Attributes().uri("URI", mapUri));
        Durations durations = new Durations(timescale);
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            long end = i + 1 < frames.size() ? frames.get(i + 1).startTicks() : endTicks;
            tags.tag("EXTINF", Durations.text(durations.micros(frame.startTicks(), end - frame.startTicks())) + ",")
                    .tag("EXT-X-BYTERANGE", frame.length() + "@" + frame.offset())
                    .uri(frame.uri());
        }
        return tags.tag("EXT-X-ENDLIST").text();
    }
}
