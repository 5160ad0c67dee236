package atelier.processors.index;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Cuts the sounds of an input while its packets are read. */
final class SoundCutters {
    private final VideoTrack pictures;
    private final Map<Integer, SoundCutter> cutters = new TreeMap<>();

    SoundCutters(VideoTrack pictures, SoundTracks sounds, IndexListener listener) {
        this.pictures = pictures;
        sounds.tracks()
                .forEach(track -> cutters.put(track.stream(), new SoundCutter(track, sounds.cuts(), listener::sound)));
    }

    /** @param hash SHA-256 of the packet's data */
    void packet(Packet packet, byte[] hash) {
        OptionalLong pts = packet.pts().isPresent() ? packet.pts() : packet.dts();
        if (packet.stream() == pictures.stream() && pts.isPresent()) {
            cutters.values().forEach(each -> each.pictures(seconds(pts.getAsLong())));
        } else if (cutters.containsKey(packet.stream())) {
            cutters.get(packet.stream()).packet(packet, hash);
        }
    }

    /** A chunk was found. */
    void chunk(IndexedChunk chunk) {
        if (chunk.number() == 0) {
            cutters.values().forEach(each -> each.film(seconds(chunk.span().startPts())));
        }
    }

    /** The input has been read to its end. */
    void finish(Index index) {
        cutters.values().forEach(each -> each.finish(index.durationMillis()));
    }

    private double seconds(long pts) {
        return pts * pictures.timeBase().value();
    }
}
