package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.InputOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Encodes one chunk of one video rendition.
 *
 * <p>Frames are cut exactly: decoding starts at the chunk's random access point, and {@code trim} keeps what is presented
 * in the chunk, in the input's own time base. Times in the output start at 0 and count in the timeline's ticks.
 *
 * @param input the file
 * @param timeBase of its video, in seconds
 * @param span the chunk
 * @param size of the encoded picture
 * @param picture what the input's pictures are
 * @param look what they become
 * @param recipe how
 * @param threads of decoder and encoder
 */
record VideoCommand(
        EncodeInput input,
        Ratio timeBase,
        ChunkSpan span,
        FrameSize size,
        SourcePicture picture,
        Look look,
        Recipe recipe,
        int threads) {
    static final List<String> HEAD = List.of("-hide_banner", "-nostdin", "-v", "warning", "-benchmark");

    /** How many frames are shown later than they are coded, at most: x264's and x265's with three B-frames and a pyramid. */
    private static final int REORDERED = 2;

    /**
     * How full a decoder's buffer is taken to be where a chunk begins: the one before may have left little of it. From the
     * encoder's own 0.9, chunks that need all of their bit rate would each spend nearly a whole buffer more.
     */
    private static final String FIRST_FULLNESS = "0.3";

    private static final long MICROS = 1_000_000;

    /** Frames of one time are shown one tick after the other, as the index has them: encoders want times to differ. */
    private static final String VARYING = "setpts='if(N,max(PTS-STARTPTS,PREV_OUTPTS+1),0)'";

    Command writing(Path output) {
        List<String> arguments = new ArrayList<>(HEAD);
        arguments.addAll(decoding());
        arguments.addAll(List.of("-map", "0:" + input.stream()));
        arguments.addAll(List.of("-filter_threads", "1", "-vf", cutting() + "," + shaping()));
        arguments.addAll(output());
        arguments.addAll(Fragmented.PROGRESS);
        arguments.add(output.toString());
        return new Command(Program.FFMPEG, arguments, output.getParent());
    }

    /** What stands before an output's name, but for its pictures' way there. */
    List<String> output() {
        List<String> arguments = new ArrayList<>(List.of("-an", "-sn", "-dn"));
        arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-enc_time_base", "1:" + span.timescale()));
        arguments.addAll(encoding());
        arguments.addAll(Fragmented.video(span.timescale()));
        return arguments;
    }

    List<String> decoding() {
        List<String> arguments = new ArrayList<>(List.of("-threads", Integer.toString(threads)));
        arguments.addAll(input.options());
        arguments.addAll(seeking(span, timeBase));
        arguments.addAll(List.of("-copyts", "-i", InputOptions.input(input.file())));
        return arguments;
    }

    /** The filters that leave the chunk's pictures, which are the same for all renditions. */
    String cutting() {
        List<String> filters = new ArrayList<>();
        filters.add("trim=start_pts=" + span.startPts() + ":end_pts=" + span.endPts());
        if (span.every() > 1) {
            filters.add("select=not(mod(n\\," + span.every() + "))");
        }
        filters.add("settb=1/" + span.timescale());
        filters.add(span.frameTicks() > 0 ? "setpts=N*" + span.frameTicks() : VARYING);
        if (picture.scan() != Scan.PROGRESSIVE) {
            filters.add(picture.scan().filter());
        }
        return String.join(",", filters);
    }

    /** The filters that make a rendition's pictures of them. */
    String shaping() {
        return look.filters(picture.colour(), size);
    }

    private List<String> encoding() {
        boolean hevc = recipe.codec().equals("hevc");
        List<String> arguments =
                new ArrayList<>(List.of("-c:v", hevc ? "libx265" : "libx264", "-preset", recipe.preset()));
        arguments.addAll(List.of("-profile:v", profile(hevc), "-crf", Integer.toString(recipe.crf())));
        if (recipe.maxrate() > 0) {
            arguments.addAll(List.of("-maxrate", recipe.maxrate() + "k", "-bufsize", 2 * recipe.maxrate() + "k"));
        }
        arguments.addAll(List.of("-bf", span.nominalTicks() > 0 ? "3" : "0"));
        arguments.addAll(List.of("-threads", Integer.toString(threads), "-forced-idr", "1"));
        arguments.addAll(look.tags());
        // Key frames are where the plan has them, and nowhere else: every rendition can be switched at each of them.
        arguments.addAll(List.of("-force_key_frames", keyFrames(), "-g", "100000", "-sc_threshold", "0"));
        arguments.addAll(hevc ? hevcParameters() : List.of("-x264-params", "fps=" + rate() + buffer()));
        arguments.addAll(List.of("-flags:v", "+bitexact"));
        return arguments;
    }

    private String profile(boolean hevc) {
        return hevc ? look.isDeep() ? "main10" : "main" : "high";
    }

    /**
     * x265 has open GOPs and cuts at scenes unless it is told not to. It would take threads for all cores: each job has as many as
     * it was given. Apple's players want {@code hvc1}, whose parameter sets are in the init segment alone.
     */
    private List<String> hevcParameters() {
        String parameters = "log-level=error:info=0:open-gop=0:scenecut=0:min-keyint=1:pools="
                + (threads > 1 ? Integer.toString(threads) : "none") + ":frame-threads=" + threads + buffer();
        return List.of("-x265-params", parameters, "-tag:v", "hvc1");
    }

    private String buffer() {
        return recipe.maxrate() > 0 ? ":vbv-init=" + FIRST_FULLNESS : "";
    }

    /**
     * FFmpeg makes a key frame of the first frame that does not come before a time. Times are cut off to microseconds and
     * never rounded up; no tick is shorter than that, so no earlier frame is reached, however close frames are.
     */
    private String keyFrames() {
        return span.keyFrames().stream()
                .map(ticks -> Math.floorDiv(ticks * MICROS, span.timescale()))
                .map(micros -> String.format(Locale.ROOT, "%d.%06d", micros / MICROS, micros % MICROS))
                .collect(Collectors.joining(","));
    }

    /**
     * The frame rate that stands in the stream. It is the same in all chunks of a rendition, since the init segment is; the
     * encoder plans its bits by the frames' real times.
     */
    private Ratio rate() {
        return span.nominalTicks() > 0 ? new Ratio(span.timescale(), span.nominalTicks()) : new Ratio(30, 1);
    }

    /**
     * The time by which frames are shown later than they are decoded. Without a constant rate no frames are reordered: there
     * would be no delay that fits all chunks.
     */
    long delayTicks() {
        return REORDERED * span.nominalTicks();
    }

    /** A film's beginning needs no seeking, which in program streams may lead behind it. */
    static List<String> seeking(ChunkSpan span, Ratio timeBase) {
        return seeking(span.startTicks() == 0 ? OptionalLong.empty() : OptionalLong.of(span.seekPts()), timeBase);
    }

    /** Options that lead to a random access point, in the time base; none where there is none. */
    static List<String> seeking(OptionalLong pts, Ratio timeBase) {
        return pts.isEmpty()
                ? List.of()
                : List.of("-noaccurate_seek", "-seek_timestamp", "1", "-ss", seekSeconds(pts.getAsLong(), timeBase));
    }

    static String seekSeconds(ChunkSpan span, Ratio timeBase) {
        return seekSeconds(span.seekPts(), timeBase);
    }

    /**
     * Where to seek: a quarter of a unit later than the random access point, so that rounding leads neither to the one before
     * nor, where a unit is as long as a frame, to the one behind.
     */
    private static String seekSeconds(long pts, Ratio timeBase) {
        return String.format(Locale.ROOT, "%.6f", (pts + 0.25) * timeBase.value());
    }
}
