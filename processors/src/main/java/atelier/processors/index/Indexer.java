package atelier.processors.index;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

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
     * Indexes a file.
     *
     * @param chunks gets each chunk as soon as it is known, in order
     * @param position gets how far the file has been read, in bytes, again and again
     * @return what is known at its end
     * @throws atelier.processors.ffmpeg.ProgramException if the file could not be read
     * @throws NoPictureException if it holds no picture that can be shown
     */
    public Index index(
            Path file, VideoTrack track, Path directory, Consumer<IndexedChunk> chunks, LongConsumer position) {
        boolean decoded = !PACKET_IS_FRAME.contains(track.codec());
        List<Integer> counted = new ArrayList<>();
        AtomicReference<IndexedChunk> last = new AtomicReference<>();
        Chunker chunker = new Chunker(
                rule,
                track.timeBase(),
                new ChunkBuilder(rule, track.timeBase(), track.declaredRates(), track.configuration()),
                chunk -> {
                    counted.add(chunk.number());
                    last.set(chunk);
                    chunks.accept(chunk);
                });
        FrameReader reader = new FrameReader(track, decoded, chunker::accept, position);
        programs.run(command(file, decoded, directory), limits, reader::accept);
        chunker.finish();
        ChunkSpan span = Optional.ofNullable(last.get())
                .orElseThrow(() -> new NoPictureException(file.getFileName().toString()))
                .span();
        return new Index(
                counted.size(), span.timescale(), span.startTicks() + span.durationTicks(), reader.otherStreams());
    }

    private Command command(Path file, boolean decoded, Path directory) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-v", "error"));
        arguments.addAll(inputOptions);
        arguments.addAll(List.of("-show_entries", entries(decoded), "-show_data_hash", "sha256"));
        arguments.addAll(List.of("-of", "compact", "-i", "file:" + file.toAbsolutePath()));
        // The first chunk is found at once, and is then what is waited for.
        return new Command(Program.FFPROBE, arguments, directory).inBackground();
    }

    private static String entries(boolean decoded) {
        String packets = "packet=stream_index,pts,dts,pos,flags,data_hash";
        return decoded ? packets + ":frame=stream_index,best_effort_timestamp,key_frame" : packets;
    }
}
