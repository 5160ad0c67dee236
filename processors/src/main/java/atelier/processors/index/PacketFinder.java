package atelier.processors.index;

import atelier.processors.content.FilePass;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Finds packets in the file and hashes them there; never believes a place that could be wrong. */
final class PacketFinder {
    private record Place(long start, long end) {
        boolean holds(long position) {
            return position >= start && position < end;
        }
    }

    private final FilePass pass;
    private final Proof proof;
    private final Map<Integer, Place> last = new TreeMap<>();

    PacketFinder(FilePass pass, Proof proof) {
        this.pass = pass;
        this.proof = proof;
    }

    /**
     * The SHA-256 of a packet's data.
     *
     * @return nothing where it is not certain that it lies in the file in one piece
     */
    Optional<byte[]> hash(Packet packet) throws IOException {
        long position = packet.position().orElse(-1);
        if (proof.layout().isEmpty() || !pass.holds(position, packet.size()) || isSharedPlace(position)) {
            return Optional.empty();
        }
        OptionalInt before = proof.layout().get().before(pass.look(position, Layout.LONGEST), packet.size());
        if (before.isEmpty() || !pass.holds(position + before.getAsInt(), packet.size())) {
            return Optional.empty();
        }
        long start = position + before.getAsInt();
        last.put(packet.stream(), new Place(position, start + packet.size()));
        byte[] hash = pass.sha256(start, packet.size());
        return proof.holds(packet, hash) ? Optional.of(hash) : Optional.empty();
    }

    /** A parser that joins or splits what the container holds gives packets places within one another. */
    private boolean isSharedPlace(long position) {
        return last.values().stream().anyMatch(place -> place.holds(position));
    }
}
