package atelier.processors.index;

import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Reads an input's packets in one pass and hands out its chunks while it reads. */
public final class Indexer {
    /** Codecs of which each packet holds exactly one shown picture; of others the pictures are decoded and counted. */
    private static final Set<String> PACKET_IS_FRAME = Set.of(
            "h264",
            "hevc",
            "vp9",
            "av1",
            "prores",
            "dnxhd",
            "mjpeg",
            "mpeg2video",
            "ffv1",
            "rawvideo",
            "dvvideo",
            "cfhd",
            "jpeg2000",
            "huffyuv",
            "utvideo",
            "qtrle",
            "png",
            "theora",
            "h263",
            "vvc");

    private final Programs programs;
    private final Limits limits;
    private final CutRule rule;
    private final List<String> inputOptions;

    /** @param inputOptions the allow-lists that go before every input */
    public Indexer(Programs programs, Limits limits, CutRule rule, List<String> inputOptions) {
        this.programs = programs;
        this.limits = limits;
        this.rule = rule;
        this.inputOptions = List.copyOf(inputOptions);
    }

    /**
     * Reads a file once, indexes and hashes it.
     *
     * @param packets gets the video's packets, in order, if somebody wants them: those that a chunk consists of before the chunk
     * @param directory an existing folder to run ffprobe in
     * @param hashing threads, with one to spare for this file
     * @param listener gets each chunk and each piece of sound as soon as it is known, in order, on the calling thread
     * @return what is known at its end
     * @throws IOException if the file could not be read, or changed meanwhile
     * @throws atelier.processors.ffmpeg.ProgramException if it could not be listed
     * @throws NoPictureException if it holds no picture that can be shown
     */
    public IndexedFile read(
            Path file,
            VideoTrack track,
            SoundTracks sounds,
            Path directory,
            ExecutorService hashing,
            Optional<? extends Consumer<CodedPacket>> packets,
            IndexListener listener)
            throws IOException {
        Listing listing = new Listing(programs, limits, inputOptions, file, directory);
        Optional<CodedForm> form = form(listing, track);
        String configuration = form.map(CodedForm::configuration).orElse(track.configuration());
        SoundCutters cutters = new SoundCutters(track, sounds, piece -> listener.sound(piece.named()));
        Counting counting = new Counting(chunk -> {
            listener.chunk(chunk);
            cutters.chunk(chunk.number(), chunk.span());
        });
        Chunker chunker = new Chunker(
                rule,
                track.timeBase(),
                new ChunkBuilder(rule, track, configuration),
                chunk -> counting.accept(chunk.named()));
        boolean decoded = track.untimed() || !PACKET_IS_FRAME.contains(track.codec());
        FrameReader frames = new FrameReader(track, decoded, chunker::accept);
        Optional<Listing> proof = decoded ? Optional.empty() : Optional.of(listing);
        Map<Integer, CodedForm> forms =
                form.map(each -> Map.of(track.stream(), each)).orElse(Map.of());
        listener.opened(
                decoded
                        ? Optional::empty
                        : new OutlineReader(listing, file, rule, track, configuration, sounds, forms));
        try (HashingPass pass = new HashingPass(hashing, file, proof, forms, packets.isPresent(), listener::giveWay)) {
            PacketReader reader = new PacketReader(listing, pass, (packet, hash) -> {
                if (packet.stream() == track.stream()) {
                    packets.ifPresent(each -> each.accept(coded(packet, hash)));
                }
                frames.packet(packet, hash.common());
                cutters.packet(packet, hash::common);
            });
            if (decoded) {
                reader.readDecoded(frames::frame);
                frames.finish();
            } else {
                reader.read();
            }
            chunker.finish();
            Index index = counting.index(frames.otherStreams(), form.flatMap(CodedForm::codec));
            cutters.finish();
            return new IndexedFile(index, pass.join());
        }
    }

    private static CodedPacket coded(Packet packet, PacketHash hash) {
        return new CodedPacket(
                packet.pts().orElse(packet.dts().orElse(0)),
                packet.flags().contains("K"),
                packet.position().orElse(-1),
                packet.size(),
                hash.data().orElseThrow());
    }

    private static Optional<CodedForm> form(Listing listing, VideoTrack track) {
        return CodedForm.isOf(track.codec())
                ? Optional.of(CodedForm.of(track.codec(), listing.extradata(track.stream())))
                : Optional.empty();
    }

    /** Hands chunks on and remembers what an index says of them. */
    private static final class Counting implements Consumer<IndexedChunk> {
        private final Consumer<IndexedChunk> chunks;
        private Optional<ChunkSpan> last = Optional.empty();
        private int count;

        Counting(Consumer<IndexedChunk> chunks) {
            this.chunks = chunks;
        }

        @Override
        public void accept(IndexedChunk chunk) {
            count++;
            last = Optional.of(chunk.span());
            chunks.accept(chunk);
        }

        Index index(Map<Integer, String> streams, Optional<String> codec) {
            ChunkSpan span = last.orElseThrow(NoPictureException::new);
            return new Index(count, span.timescale(), span.startTicks() + span.durationTicks(), streams, codec);
        }
    }
}
