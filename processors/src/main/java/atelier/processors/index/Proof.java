package atelier.processors.index;

import atelier.processors.ffmpeg.ProgramException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Whether a file's packets lie in it as its container's layout says: the first ones of each stream must have the hashes that
 * ffprobe gives them. It would not be so where a container takes bytes out of each packet, or ciphers or converts them; none
 * does that to some packets of a stream only.
 */
final class Proof {
    /** Some of each stream, as they are interleaved. */
    private static final int FIRST_PACKETS = 40;

    private static final int FIRST_OF_A_LATE_STREAM = 3;

    private final Optional<Listing> listing;
    private final Map<Integer, Queue<Packet>> known = new TreeMap<>();
    private Optional<Layout> layout = Optional.empty();
    private String container = "";

    private Proof(Optional<Listing> listing) {
        this.listing = listing;
    }

    /** Gathers what is needed; where ffprobe cannot say it, nothing will be proven. */
    static Proof of(Listing listing) {
        Proof proof = new Proof(Optional.of(listing));
        proof.gather(FIRST_PACKETS, List.of());
        return proof;
    }

    /** Believes nothing. */
    static Proof none() {
        return new Proof(Optional.empty());
    }

    /** How the container writes packets; empty where that is not known. */
    Optional<Layout> layout() {
        return layout;
    }

    /** FFmpeg's name of the container; empty where that is not known. */
    String container() {
        return container;
    }

    /**
     * Whether a stream's next packet may be believed.
     *
     * @param hash finds out what it has; not asked where nobody would know better
     */
    boolean holds(Packet packet, Supplier<byte[]> hash) {
        int stream = packet.stream();
        if (!known.containsKey(stream)) {
            gather(FIRST_OF_A_LATE_STREAM, List.of("-select_streams", Integer.toString(stream)));
        }
        Queue<Packet> first = known.get(stream);
        if (first == null) {
            return false;
        }
        Packet next = first.poll();
        return next == null
                || (next.position().equals(packet.position())
                        && next.size() == packet.size()
                        && next.hash().equals(HexFormat.of().formatHex(hash.get())));
    }

    private void gather(int count, List<String> selection) {
        try {
            listing.ifPresent(list -> list.first(count, selection, this::take));
        } catch (ProgramException e) {
            // The list of all packets fails for the same cause and says so, or is taken with ffprobe's hashes.
            layout = Optional.empty();
        }
    }

    private void take(ProbeLine line) {
        if (line.section().equals("packet")) {
            Packet packet = Packet.of(line);
            known.computeIfAbsent(packet.stream(), stream -> new ArrayDeque<>()).add(packet);
        } else if (line.section().equals("format")) {
            container = line.text("format_name");
            layout = Layout.of(container);
        }
    }
}
