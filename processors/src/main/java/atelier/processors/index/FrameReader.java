package atelier.processors.index;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Turns ffprobe's lines into coded frames of the video, and gathers the fingerprints of the other streams. */
final class FrameReader {
    private final VideoTrack track;
    private final boolean decoded;
    private final Consumer<CodedFrame> frames;
    private final LongConsumer position;
    private final Map<Integer, Fingerprint> others = new TreeMap<>();
    private final List<String> hidden = new ArrayList<>();
    private String unfinished = "";

    /**
     * @param decoded whether ffprobe was asked for decoded frames beside the packets
     * @param position gets each packet's place in the file, in bytes
     */
    FrameReader(VideoTrack track, boolean decoded, Consumer<CodedFrame> frames, LongConsumer position) {
        this.track = track;
        this.decoded = decoded;
        this.frames = frames;
        this.position = position;
    }

    /** The compact writer breaks a packet's line where it has side data: a packet is whole with its hash. */
    void accept(String line) {
        String whole = unfinished + line;
        unfinished = "";
        if (whole.startsWith("packet|") && !whole.contains("data_hash=")) {
            unfinished = whole;
            return;
        }
        ProbeLine parsed = ProbeLine.parse(whole);
        if (parsed.section().equals("packet")) {
            packet(parsed);
        } else if (parsed.section().equals("frame") && parsed.stream() == track.stream()) {
            frame(parsed);
        }
    }

    /** SHA-256 of the coded data of a stream other than the video, known when all was read. */
    Map<Integer, String> otherStreams() {
        Map<Integer, String> hashes = new TreeMap<>();
        others.forEach((stream, fingerprint) -> hashes.put(stream, fingerprint.hex()));
        return hashes;
    }

    private void packet(ProbeLine line) {
        line.number("pos").ifPresent(position);
        String hash = line.text("data_hash");
        String hex = hash.substring(hash.indexOf(':') + 1);
        if (line.stream() != track.stream()) {
            others.computeIfAbsent(line.stream(), stream -> new Fingerprint("stream 1"))
                    .add(hex);
        } else if (decoded) {
            hidden.add(hex);
        } else {
            OptionalLong dts = line.number("dts");
            OptionalLong pts = line.number("pts").isPresent() ? line.number("pts") : dts;
            String flags = line.text("flags");
            pts.ifPresent(at -> frames.accept(new CodedFrame(
                    at,
                    dts.orElse(at),
                    flags.contains("K"),
                    !flags.contains("D"),
                    HexFormat.of().parseHex(hex))));
        }
    }

    /** Some packets hold no picture that is shown: they count towards the frame that they help to make. */
    private void frame(ProbeLine line) {
        OptionalLong at = line.number("best_effort_timestamp");
        Fingerprint packets = new Fingerprint("packets 1");
        hidden.forEach(packets::add);
        hidden.clear();
        boolean key = line.text("key_frame").equals("1");
        at.ifPresent(pts ->
                frames.accept(new CodedFrame(pts, pts, key, true, HexFormat.of().parseHex(packets.hex()))));
    }
}
