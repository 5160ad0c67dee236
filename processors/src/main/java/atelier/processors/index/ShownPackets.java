package atelier.processors.index;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the packets that a decoded frame consists of, by the times at which both are shown: a decoder hands a frame out some packets later, how many
 * depends on the codec and on what the container says. Were a packet taken for part of the frame before it, a chunk whose first picture alone
 * has changed would pass for the same.
 */
final class ShownPackets {
    private final SortedMap<Long, List<byte[]>> packets = new TreeMap<>();
    private long latest = Long.MIN_VALUE;

    /**
     * A packet, in the order of the file.
     *
     * @param pts when it is shown; none for the second field of a picture, which is shown with the packet before it
     * @param hash SHA-256 of its data
     */
    void add(OptionalLong pts, byte[] hash) {
        latest = pts.orElse(latest);
        packets.computeIfAbsent(latest, time -> new ArrayList<>()).add(hash);
    }

    /** A name for those that are shown before a time and were not named before. Packets that hold no picture count towards the next one. */
    byte[] before(long pts) {
        return named(packets.headMap(pts));
    }

    /** The same of all that are left. */
    byte[] rest() {
        return named(packets);
    }

    private static byte[] named(SortedMap<Long, List<byte[]>> some) {
        Fingerprint name = new Fingerprint("packets 2");
        some.values()
                .forEach(each -> each.forEach(hash -> name.add(HexFormat.of().formatHex(hash))));
        some.clear();
        return HexFormat.of().parseHex(name.hex());
    }
}
