package atelier.processors.index;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Turns packets into coded frames of the video, and gathers the fingerprints of the other streams. */
final class FrameReader {
    private final VideoTrack track;
    private final boolean decoded;
    private final Consumer<CodedFrame> frames;
    private final Map<Integer, Fingerprint> others = new TreeMap<>();
    private final ShownPackets shown = new ShownPackets();
    private Optional<Decoded> open = Optional.empty();
    private long latest = Long.MIN_VALUE;
    private long step;

    /** A decoded frame, whose packets are known when the next one is. */
    private record Decoded(long pts, boolean key) {
        CodedFrame of(byte[] packets) {
            return new CodedFrame(pts, pts, key, true, packets);
        }
    }

    /** @param decoded whether decoded frames come beside the packets */
    FrameReader(VideoTrack track, boolean decoded, Consumer<CodedFrame> frames) {
        this.track = track;
        this.decoded = decoded;
        this.frames = frames;
    }

    /** SHA-256 of the coded data of a stream other than the video, known when all was read. */
    Map<Integer, String> otherStreams() {
        Map<Integer, String> hashes = new TreeMap<>();
        others.forEach((stream, fingerprint) -> hashes.put(stream, fingerprint.hex()));
        return hashes;
    }

    /** @param hash SHA-256 of the packet's data */
    void packet(Packet packet, byte[] hash) {
        if (packet.stream() != track.stream()) {
            others.computeIfAbsent(packet.stream(), stream -> new Fingerprint("stream 1"))
                    .add(HexFormat.of().formatHex(hash));
        } else if (decoded) {
            shown.add(packet.pts(), hash);
        } else {
            frame(packet, () -> hash).ifPresent(frames);
        }
    }

    /**
     * The frame that a packet of pictures holds; none where nobody knows when.
     *
     * @param content finds out the SHA-256 of its data
     */
    static Optional<CodedFrame> frame(Packet packet, Supplier<byte[]> content) {
        OptionalLong dts = packet.dts();
        OptionalLong pts = packet.pts().isPresent() ? packet.pts() : dts;
        String flags = packet.flags();
        return pts.stream()
                .mapToObj(at -> new CodedFrame(at, dts.orElse(at), flags.contains("K"), !flags.contains("D"), content))
                .findFirst();
    }

    /** A decoded frame, in the order in which they are shown. */
    void frame(ProbeLine line) {
        if (line.stream() != track.stream()) {
            return;
        }
        time(line).ifPresent(pts -> {
            open.ifPresent(last -> frames.accept(last.of(shown.before(pts))));
            open = Optional.of(new Decoded(pts, line.text("key_frame").equals("1")));
        });
    }

    /** All was read. */
    void finish() {
        open.ifPresent(last -> frames.accept(last.of(shown.rest())));
        open = Optional.empty();
    }

    /** What a decoder holds back to the end may have lost its time: it is shown as long after the one before as that was. */
    private OptionalLong time(ProbeLine line) {
        OptionalLong said = line.number("best_effort_timestamp");
        OptionalLong at = said.isPresent() || step == 0 ? said : OptionalLong.of(latest + step);
        at.ifPresent(pts -> {
            step = latest == Long.MIN_VALUE ? 0 : Math.max(0, pts - latest);
            latest = pts;
        });
        return at;
    }
}
