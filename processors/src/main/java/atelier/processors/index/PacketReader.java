package atelier.processors.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Brings all packets of a file, each with its hash: found by ourselves where that is certain, else by ffprobe. */
final class PacketReader {
    /** Stops a list: from here on ffprobe has to hash. */
    private static final class UncertainException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Listing listing;
    private final HashingPass pass;
    private final BiConsumer<Packet, PacketHash> packets;
    private long known;
    private long passed;

    /** @param packets gets each, with its hashes */
    PacketReader(Listing listing, HashingPass pass, BiConsumer<Packet, PacketHash> packets) {
        this.listing = listing;
        this.pass = pass;
        this.packets = packets;
    }

    /** @throws atelier.processors.ffmpeg.ProgramException if the file could not be read */
    void read() throws IOException {
        try {
            listing.packets(this::give);
            take(true);
        } catch (UncertainException e) {
            pass.forget();
            listing.hashed(this::again);
            take(true);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Brings them with ffprobe's hashes.
     *
     * @param frames gets what comes of them when they are decoded
     */
    void readDecoded(Consumer<ProbeLine> frames) throws IOException {
        try {
            listing.decoded(this::hashed, frames);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void give(Packet packet) {
        try {
            pass.hash(packet);
            take(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(boolean all) throws IOException {
        pass.drain(all, this::found);
    }

    private void found(Packet packet, Optional<PacketHash> hash) {
        packets.accept(packet, hash.orElseThrow(UncertainException::new));
        known++;
    }

    /** Both lists have the same order: what is known already is passed over. */
    private void again(Packet packet) {
        if (passed++ >= known) {
            give(packet);
        }
    }

    private void hashed(Packet packet) {
        try {
            if (packet.position().isPresent()) {
                pass.reached(packet.position().getAsLong());
            }
            packets.accept(packet, PacketHash.of(HexFormat.of().parseHex(packet.hash())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
