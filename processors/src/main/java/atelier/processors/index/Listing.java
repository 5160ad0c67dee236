package atelier.processors.index;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * ffprobe's lists of a file's packets.
 *
 * @param inputOptions the allow-lists that go before the input
 * @param file the file
 * @param directory the folder to run in
 */
record Listing(Programs programs, Limits limits, List<String> inputOptions, Path file, Path directory) {
    private static final String WHERE = "packet=stream_index,pts,dts,pos,size,flags";

    /** All packets, with places and without hashes: costs a quarter of hashing them. */
    void packets(Consumer<Packet> packets) {
        run(List.of("-show_entries", WHERE), new PacketLines("flags", line -> packet(line, packets)));
    }

    /** All packets, with hashes. */
    void hashed(Consumer<Packet> packets) {
        run(
                List.of("-show_entries", WHERE + ",data_hash", "-show_data_hash", "sha256"),
                new PacketLines("data_hash", line -> packet(line, packets)));
    }

    /** All packets, with hashes, and what comes of them when they are decoded. */
    void decoded(Consumer<Packet> packets, Consumer<ProbeLine> frames) {
        String entries = WHERE + ",data_hash:frame=stream_index,best_effort_timestamp,key_frame";
        run(List.of("-show_entries", entries, "-show_data_hash", "sha256"), new PacketLines("data_hash", line -> {
            packet(line, packets);
            if (line.section().equals("frame")) {
                frames.accept(line);
            }
        }));
    }

    /**
     * The first packets, with hashes, and what the container is.
     *
     * @param selection the streams, as options
     */
    void first(int count, List<String> selection, Consumer<ProbeLine> lines) {
        List<String> arguments = new ArrayList<>(selection);
        arguments.addAll(List.of("-read_intervals", "%+#" + count));
        arguments.addAll(List.of("-show_entries", WHERE + ",data_hash:format=format_name"));
        arguments.addAll(List.of("-show_data_hash", "sha256"));
        run(arguments, new PacketLines("data_hash", lines));
    }

    /** What a decoder of a stream is told before its first packet; FFmpeg gathers it where the container does not say it. */
    byte[] extradata(int stream) {
        Dump dump = new Dump();
        run(
                List.of("-select_streams", Integer.toString(stream), "-show_entries", "stream=extradata", "-show_data"),
                "default",
                dump::accept);
        return dump.bytes();
    }

    private static void packet(ProbeLine line, Consumer<Packet> packets) {
        if (line.section().equals("packet")) {
            packets.accept(Packet.of(line));
        }
    }

    private void run(List<String> what, PacketLines lines) {
        run(what, "compact", lines::accept);
    }

    private void run(List<String> what, String format, Consumer<String> lines) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-v", "error"));
        arguments.addAll(inputOptions);
        arguments.addAll(what);
        arguments.addAll(List.of("-of", format, "-i", "file:" + file.toAbsolutePath()));
        // The first chunk is found at once, and is then what is waited for.
        programs.run(new Command(Program.FFPROBE, arguments, directory), limits, lines);
    }
}
