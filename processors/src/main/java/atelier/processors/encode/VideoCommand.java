package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.ffmpeg.Command;
import atelier.processors.ffmpeg.PicturePipe;
import atelier.processors.ffmpeg.Program;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.index.Seek;
import atelier.processors.ladder.FlatView;
import atelier.processors.ladder.FrameSize;
import atelier.processors.node.Encoders;
import atelier.processors.probe.InputOptions;
import atelier.processors.spherical.SphereFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
 * @param threads of decoder and encoder; of pictures larger than 4K no more than three
 * @param effort of the encoder
 */
record VideoCommand(
        EncodeInput input,
        Ratio timeBase,
        ChunkSpan span,
        FrameSize size,
        SourcePicture picture,
        Look look,
        Recipe recipe,
        int threads,
        Effort effort) {
    static final List<String> HEAD = List.of("-hide_banner", "-nostdin", "-v", "warning", "-benchmark");

    /** How many frames are shown later than they are coded, at most: x264's and x265's with three B-frames and a pyramid. */
    private static final int REORDERED = 2;

    /** Each thread of a decoder and of an encoder holds two or three pictures: with sixteen, of 7680×3840, a process takes 2.7 GB (decision 28). */
    private static final int MOST_OF_LARGE = 3;

    private static final long MICROS = 1_000_000;

    /** Frames of one time are shown one tick after the other, as the index has them: encoders want times to differ. */
    private static final String VARYING = "setpts='if(N,max(PTS-STARTPTS,PREV_OUTPTS+1),0)'";

    VideoCommand {
        SphereFrame source = picture.frame();
        if (new FrameSize(source.width(), source.height()).isLarge()) {
            threads = Math.min(threads, MOST_OF_LARGE);
        }
    }

    /**
     * Whether what it encodes is decoded by a process of its own: an encoder in HEVC of more than 4K holds nearly two gigabytes of pictures, and
     * the decoder of a master another half, or one (decision 28).
     */
    boolean isApart() {
        return size.isLarge() && Encoders.of(recipe).equals("libx265");
    }

    /** What stands before the name of a file, or pipe, of pictures that are not encoded yet. */
    List<String> raw() {
        List<String> arguments = pictures();
        arguments.addAll(List.of("-c:v", "rawvideo", "-write_index", "0", "-f", "nut"));
        return arguments;
    }

    /** Through which they go, below that folder. */
    PicturePipe pipe(Path folder) {
        long samples = (long) size.width() * size.height() * 3 / 2;
        return new PicturePipe(
                folder.resolve("decoded.pipe"), folder.resolve("paced.pipe"), look.isDeep() ? 2 * samples : samples);
    }

    /** Encodes such pictures. What they are, their container does not say. */
    Command encoding(Path raw, Path output) {
        List<String> arguments = new ArrayList<>(HEAD);
        arguments.addAll(List.of("-protocol_whitelist", "file", "-f", "nut", "-copyts"));
        arguments.addAll(
                List.of("-i", InputOptions.input(raw), "-filter_threads", "1", "-vf", "setsar=1," + look.said()));
        arguments.addAll(Fragmented.PROGRESS);
        arguments.addAll(output());
        arguments.add(output.toString());
        return new Command(Program.FFMPEG, arguments, output.getParent());
    }

    /** What stands before an output's name, but for its pictures' way there. */
    List<String> output() {
        List<String> arguments = pictures();
        arguments.addAll(new VideoCoding(span, size, look, recipe, threads, effort).arguments());
        arguments.addAll(Fragmented.video(span.timescale()));
        return arguments;
    }

    /** Pictures alone, each at its own time. */
    private List<String> pictures() {
        List<String> arguments = new ArrayList<>(List.of("-an", "-sn", "-dn"));
        arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-enc_time_base", "1:" + span.timescale()));
        return arguments;
    }

    List<String> decoding() {
        List<String> arguments = new ArrayList<>(List.of("-threads", Integer.toString(decoders())));
        arguments.addAll(input.options());
        arguments.addAll(Seek.to(span, timeBase));
        arguments.addAll(List.of("-copyts", "-i", InputOptions.input(input.file())));
        return arguments;
    }

    /** Each thread of a decoder holds a picture more; where pictures are large, one alone is ahead of x265. */
    private int decoders() {
        return size.isLarge() && recipe.codec().equals("hevc") ? 1 : threads;
    }

    /** The filters that leave the chunk's pictures, which are the same for all renditions. */
    String cutting() {
        List<String> filters = new ArrayList<>();
        filters.add("trim=start_pts=" + span.startPts() + ":end_pts=" + span.endPts());
        if (span.every() > 1) {
            filters.add("select=not(mod(n\\," + span.every() + "))");
        }
        if (span.telecined()) {
            filters.addAll(picture.scan().filters());
            filters.add(span.filmFilters());
        } else {
            filters.add("settb=1/" + span.timescale());
            filters.add(span.frameTicks() > 0 ? "setpts=N*" + span.frameTicks() : VARYING);
            filters.addAll(picture.scan().filters());
        }
        picture.frame().unfolding().ifPresent(filters::add);
        return String.join(",", filters);
    }

    /** The filters that make a rendition's pictures of them. */
    String shaping() {
        return FlatView.filter(recipe, picture.frame().unfolded(), size)
                        .map(view -> view + ",")
                        .orElse("")
                + look.filters(picture.colour(), size);
    }

    /** Whether a device encodes it. */
    boolean isHardware() {
        return HardwareCoding.isHardware(recipe.encoder());
    }

    /** What goes before all inputs. */
    List<String> device() {
        return isHardware() ? HardwareCoding.device(recipe.encoder()) : List.of();
    }

    /** The filters behind all others, that take pictures where they are encoded; empty where they are there. */
    String upload() {
        return isHardware() ? HardwareCoding.upload(recipe.encoder(), look.isDeep()) : "";
    }

    /** Which of these are compared with what becomes of them. */
    Samples samples() {
        return Samples.of(span, size);
    }

    /**
     * FFmpeg makes a key frame of the first frame that does not come before a time. Times are cut off to microseconds and
     * never rounded up; no tick is shorter than that, so no earlier frame is reached, however close frames are.
     */
    static List<String> keyFrameSeconds(ChunkSpan span) {
        return span.keyFrames().stream()
                .map(ticks -> Math.floorDiv(ticks * MICROS, span.timescale()))
                .map(micros -> String.format(Locale.ROOT, "%d.%06d", micros / MICROS, micros % MICROS))
                .toList();
    }

    /**
     * The time by which frames are shown later than they are decoded. Without a constant rate no frames are reordered: there
     * would be no delay that fits all chunks. Packets of AV1 come in the order in which they are shown.
     */
    long delayTicks() {
        return Av1Coding.isOf(recipe) ? 0 : REORDERED * span.nominalTicks();
    }
}
