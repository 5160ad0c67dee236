package atelier.processors.index;

import atelier.processors.content.FilePass;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Finds packets in the file and hashes them there; never believes a place that could be wrong. */
final class PacketFinder {
    /** A larger packet is hashed as it is: nobody codes pictures so that are held in several containers. */
    private static final int MOST_HELD = 1 << 26;

    private record Place(long start, long end) {
        boolean holds(long position) {
            return position >= start && position < end;
        }
    }

    private final FilePass pass;
    private final Proof proof;
    private final Map<Integer, CodedForm> forms;
    private final boolean noted;
    private final MessageDigest digest;
    private final Map<Integer, Place> last = new TreeMap<>();

    /**
     * @param forms of the streams of which is hashed what is the same in every container
     * @param noted whether somebody wants the hashes of packets as they are besides
     */
    PacketFinder(FilePass pass, Proof proof, Map<Integer, CodedForm> forms, boolean noted) {
        this.pass = pass;
        this.proof = proof;
        this.forms = Map.copyOf(forms);
        this.noted = noted;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /**
     * The hashes of a packet's data.
     *
     * @return nothing where ffprobe was not asked for its hash, and it is not certain that it lies in the file in one piece
     */
    Optional<PacketHash> hash(Packet packet) throws IOException {
        return packet.hash().isEmpty() ? found(packet) : Optional.of(checked(packet));
    }

    private Optional<PacketHash> found(Packet packet) throws IOException {
        OptionalLong start = start(packet);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        return isHeld(packet) ? held(packet, start.getAsLong()) : passed(packet, start.getAsLong());
    }

    private Optional<PacketHash> held(Packet packet, long start) throws IOException {
        byte[] data = pass.part(start, (int) packet.size());
        if (!proof.holds(packet, () -> digest.digest(data))) {
            return Optional.empty();
        }
        Optional<byte[]> hash = noted ? Optional.of(digest.digest(data)) : Optional.empty();
        return Optional.of(new PacketHash(hash, common(packet, data)));
    }

    private Optional<PacketHash> passed(Packet packet, long start) throws IOException {
        byte[] hash = pass.sha256(start, packet.size());
        return proof.holds(packet, () -> hash) ? Optional.of(PacketHash.of(hash)) : Optional.empty();
    }

    /** Where its data is not found, it stays with the hash that ffprobe gave it. */
    private PacketHash checked(Packet packet) throws IOException {
        byte[] known = HexFormat.of().parseHex(packet.hash());
        long position = packet.position().orElse(-1);
        if (position < 0) {
            return PacketHash.of(known);
        }
        pass.advance(position);
        Optional<byte[]> data = isHeld(packet) ? looked(packet, position) : Optional.empty();
        return data.filter(bytes -> Arrays.equals(digest.digest(bytes), known))
                .map(bytes -> new PacketHash(Optional.of(known), common(packet, bytes)))
                .orElseGet(() -> PacketHash.of(known));
    }

    private Optional<byte[]> looked(Packet packet, long position) throws IOException {
        if (List.of(proof.container().split(",")).contains("mpegts")) {
            return TransportStream.gather(pass, position, (int) packet.size());
        }
        OptionalLong start = start(packet);
        return start.isEmpty() ? Optional.empty() : Optional.of(data(packet, start.getAsLong()));
    }

    private boolean isHeld(Packet packet) {
        return forms.containsKey(packet.stream()) && packet.size() >= 0 && packet.size() <= MOST_HELD;
    }

    private byte[] common(Packet packet, byte[] data) {
        return forms.get(packet.stream()).hash(data).orElseGet(() -> digest.digest(data));
    }

    private byte[] data(Packet packet, long start) throws IOException {
        byte[] data = new byte[(int) packet.size()];
        pass.look(start, data.length).get(data);
        return data;
    }

    /** Where its data begins, as its container's layout says. */
    private OptionalLong start(Packet packet) throws IOException {
        long position = packet.position().orElse(-1);
        if (proof.layout().isEmpty() || !pass.holds(position, packet.size()) || isSharedPlace(position)) {
            return OptionalLong.empty();
        }
        OptionalInt before = proof.layout().get().before(pass.look(position, Layout.LONGEST), packet.size());
        if (before.isEmpty() || !pass.holds(position + before.getAsInt(), packet.size())) {
            return OptionalLong.empty();
        }
        long start = position + before.getAsInt();
        last.put(packet.stream(), new Place(position, start + packet.size()));
        return OptionalLong.of(start);
    }

    /** A parser that joins or splits what the container holds gives packets places within one another. */
    private boolean isSharedPlace(long position) {
        return last.values().stream().anyMatch(place -> place.holds(position));
    }
}
