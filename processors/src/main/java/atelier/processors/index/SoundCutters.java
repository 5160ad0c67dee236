package atelier.processors.index;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Cuts the sounds of an input while its packets are read. */
final class SoundCutters {
    private final VideoTrack pictures;
    private final Map<Integer, SoundCutter> cutters = new TreeMap<>();
    private long durationMillis;

    SoundCutters(VideoTrack pictures, SoundTracks sounds, Consumer<CutSound> pieces) {
        this.pictures = pictures;
        sounds.tracks().forEach(track -> cutters.put(track.stream(), new SoundCutter(track, sounds.cuts(), pieces)));
    }

    /** @param content finds out the SHA-256 of the packet's data */
    void packet(Packet packet, Supplier<byte[]> content) {
        OptionalLong pts = packet.pts().isPresent() ? packet.pts() : packet.dts();
        if (packet.stream() == pictures.stream() && pts.isPresent()) {
            cutters.values().forEach(each -> each.pictures(seconds(pts.getAsLong())));
        } else if (cutters.containsKey(packet.stream())) {
            cutters.get(packet.stream()).packet(packet, content);
        }
    }

    /** A chunk was found. */
    void chunk(int number, ChunkSpan span) {
        durationMillis = span.endMillis();
        if (number == 0) {
            cutters.values().forEach(each -> each.film(seconds(span.startPts())));
        }
    }

    /** The input has been read to its end. */
    void finish() {
        cutters.values().forEach(each -> each.finish(durationMillis));
    }

    private double seconds(long pts) {
        return pts * pictures.timeBase().value();
    }
}
