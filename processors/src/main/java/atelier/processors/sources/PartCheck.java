package atelier.processors.sources;

import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Limits;
import atelier.processors.ffmpeg.Program;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.ffmpeg.Programs;
import atelier.processors.index.Fingerprint;
import atelier.processors.index.Seek;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sees that FFmpeg, told to read a chunk from a part of a file, brings the very packets that were noted when all of the file was
 * read: by the same reader and the same seek as when it is encoded, and by their hashes.
 */
final class PartCheck {
    private static final String DESCRIBED =
            "stream=index,codec_name,profile,level,width,height,coded_width,coded_height,"
                    + "has_b_frames,refs,sample_aspect_ratio,pix_fmt,field_order,color_range,color_space,color_transfer,"
                    + "color_primaries,chroma_location,time_base,is_avc,nal_length_size,extradata_hash:stream_side_data=rotation";

    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), Duration.ofSeconds(30), 0, 0);

    private final Programs programs;
    private final long memoryBytes;
    private final List<String> inputOptions;
    private final Path work;

    /**
     * @param memoryBytes address space of one call
     * @param inputOptions the allow-lists that go before every input
     * @param work an existing folder to run in
     */
    PartCheck(Programs programs, long memoryBytes, List<String> inputOptions, Path work) {
        this.programs = programs;
        this.memoryBytes = memoryBytes;
        this.inputOptions = List.copyOf(inputOptions);
        this.work = work;
    }

    /** What FFmpeg says of a file's video, as a SHA-256: all that its decoder is set up by. */
    String described(Path file, int stream) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-v", "error"));
        arguments.addAll(inputOptions);
        arguments.addAll(List.of("-select_streams", Integer.toString(stream), "-show_entries", DESCRIBED));
        arguments.addAll(List.of("-show_data_hash", "sha256", "-of", "compact", "-i", "file:" + file.toAbsolutePath()));
        Fingerprint description = new Fingerprint("description 1");
        programs.run(new Command(Program.FFPROBE, arguments, work), limits(), description::add);
        return description.hex();
    }

    /** Whether what is said of a part is what was said of the whole. */
    boolean isDescribed(Path part, int stream, String expected) {
        try {
            return described(part, stream).equals(expected);
        } catch (ProgramException e) {
            return isNo(e);
        }
    }

    /** Whether a chunk's packets are read from a part as from the whole. */
    boolean isRead(Path part, WantedChunk wanted, Window window, Form form) {
        List<ReadPacket> read = new ArrayList<>();
        try {
            programs.run(
                    command(part, wanted, window, form),
                    limits(),
                    line -> ReadPacket.of(line).ifPresent(read::add));
        } catch (ProgramException e) {
            return isNo(e);
        }
        boolean timed = Form.isIndexed(wanted.container());
        int most = read.size() - (window.last() - window.first());
        return IntStream.range(0, Math.max(0, most)).anyMatch(at -> isSame(read, at, window, timed))
                && (form.packed() || isBefore(read, window));
    }

    Command command(Path part, WantedChunk wanted, Window window, Form form) {
        List<String> arguments = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-v", "error"));
        arguments.addAll(inputOptions);
        arguments.addAll(Seek.to(wanted.chunk().span(), wanted.timeBase()));
        arguments.add("-copyts");
        arguments.addAll(List.of("-i", "file:" + part.toAbsolutePath(), "-map", "0:" + wanted.stream()));
        arguments.addAll(List.of("-c", "copy", "-copyinkf", "-copypriorss", "1"));
        if (!form.packed()) {
            // Behind them are zeros, through which some readers look for more, for very long.
            arguments.addAll(List.of("-frames:v", Integer.toString(window.count())));
        }
        arguments.addAll(List.of("-f", "framehash", "-hash", "sha256", "pipe:1"));
        return new Command(Program.FFMPEG, arguments, work);
    }

    private static boolean isSame(List<ReadPacket> read, int at, Window window, boolean timed) {
        return IntStream.rangeClosed(window.first(), window.last())
                .allMatch(i ->
                        isSame(read.get(at + i - window.first()), window.noted().get(i), timed));
    }

    private static boolean isSame(ReadPacket read, NotedPacket noted, boolean timed) {
        return noted.isSame(read.size(), read.hash()) && (!timed || read.time() == noted.time());
    }

    /** Whether what is read before the chunk's own packets is of the file as well, and no hole. */
    private static boolean isBefore(List<ReadPacket> read, Window window) {
        int own = IntStream.range(0, read.size())
                .filter(at -> isSame(read.get(at), window.noted().get(window.first()), false))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        return own <= window.first()
                && IntStream.range(0, own)
                        .allMatch(at -> isSame(read.get(at), window.noted().get(window.first() - own + at), false));
    }

    private Limits limits() {
        return new Limits(LIMITS.total(), LIMITS.noProgress(), memoryBytes, 0);
    }

    /** That it could not be read is an answer; that nobody could look is none. */
    private static boolean isNo(ProgramException e) {
        if (e.cause() == ProgramException.Cause.INTERRUPTED || e.cause() == ProgramException.Cause.NOT_STARTED) {
            throw e;
        }
        return false;
    }
}
