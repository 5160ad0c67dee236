package atelier.processors.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;

/** Brings all packets of a file, each with its hash: found by ourselves where that is certain, else by ffprobe. */
final class PacketReader {
    /** Stops a list: from here on ffprobe has to hash. */
    private static final class UncertainException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Listing listing;
    private final HashingPass pass;
    private final FrameReader frames;
    private long known;
    private long passed;

    PacketReader(Listing listing, HashingPass pass, FrameReader frames) {
        this.listing = listing;
        this.pass = pass;
        this.frames = frames;
    }

    /** @throws atelier.processors.ffmpeg.ProgramException if the file could not be read */
    void read() throws IOException {
        try {
            listing.packets(this::give);
            take(true);
        } catch (UncertainException e) {
            pass.forget();
            listing.hashed(this::hashed);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** With ffprobe's hashes, and with decoded frames. */
    void readDecoded() throws IOException {
        try {
            listing.decoded(this::hashed, frames::frame);
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

    private void found(Packet packet, Optional<byte[]> hash) {
        frames.packet(packet, hash.orElseThrow(UncertainException::new));
        known++;
    }

    /** Both ways give the same hashes, and the lists have the same order: what is known already is passed over. */
    private void hashed(Packet packet) {
        try {
            if (packet.position().isPresent()) {
                pass.reached(packet.position().getAsLong());
            }
            if (passed++ >= known) {
                frames.packet(packet, HexFormat.of().parseHex(packet.hash()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
