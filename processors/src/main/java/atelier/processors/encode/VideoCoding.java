package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import java.util.ArrayList;
import java.util.List;

/**
 * The encoder of a chunk, and what it is told. All chunks of a rendition must come out with the same parameter sets. Pure.
 *
 * @param span the chunk
 * @param size of its pictures
 * @param look of them
 * @param recipe how
 * @param threads of the encoder
 * @param effort of it
 */
record VideoCoding(ChunkSpan span, FrameSize size, Look look, Recipe recipe, int threads, Effort effort) {
    /**
     * How full a decoder's buffer is taken to be where a chunk begins: the one before may have left little of it. From the
     * encoder's own 0.9, chunks that need all of their bit rate would each spend nearly a whole buffer more.
     */
    private static final String FIRST_FULLNESS = "0.3";

    /** Of 7680×3840 x265 holds some 90 MB for each picture that it looks ahead to, and more for each that it refers to. */
    private static final String FEW_PICTURES = ":rc-lookahead=0:cutree=0:ref=1";

    /** Sample adaptive offsets are looked for where they may pay, not everywhere: parameter sets are the same (decision 26). */
    private static final String FEWER_OFFSETS = ":limit-sao=1";

    private static final String COARSE_BLOCKS = ":min-cu-size=16";

    /** What stands for it on the command line. */
    List<String> arguments() {
        if (Av1Coding.isOf(recipe)) {
            return new Av1Coding(span, look, recipe, threads, effort).arguments();
        }
        boolean hevc = recipe.codec().equals("hevc");
        if (HardwareCoding.isHardware(recipe.encoder())) {
            return onDevice(hevc);
        }
        List<String> arguments =
                new ArrayList<>(List.of("-c:v", hevc ? "libx265" : "libx264", "-preset", recipe.preset()));
        arguments.addAll(List.of("-profile:v", profile(hevc), "-crf", Integer.toString(recipe.crf())));
        if (recipe.maxrate() > 0) {
            arguments.addAll(List.of("-maxrate", recipe.maxrate() + "k", "-bufsize", 2 * recipe.maxrate() + "k"));
        }
        arguments.addAll(List.of("-bf", reordered(hevc)));
        arguments.addAll(List.of("-threads", Integer.toString(threads), "-forced-idr", "1"));
        arguments.addAll(look.tags());
        // Key frames are where the plan has them, and nowhere else: every rendition can be switched at each of them.
        arguments.addAll(List.of(
                "-force_key_frames",
                String.join(",", VideoCommand.keyFrameSeconds(span)),
                "-g",
                "100000",
                "-sc_threshold",
                "0"));
        arguments.addAll(
                hevc ? hevcParameters() : List.of("-x264-params", "fps=" + rate(span) + buffer() + effort.x264(span)));
        arguments.addAll(List.of("-flags:v", "+bitexact"));
        return arguments;
    }

    private List<String> onDevice(boolean hevc) {
        List<String> arguments = new ArrayList<>(
                HardwareCoding.options(recipe.encoder(), recipe, profile(hevc), span.nominalTicks() > 0));
        arguments.addAll(look.tags());
        arguments.addAll(
                List.of("-force_key_frames", String.join(",", VideoCommand.keyFrameSeconds(span)), "-g", "100000"));
        arguments.addAll(hevc ? List.of("-tag:v", "hvc1") : List.of());
        return arguments;
    }

    /** How many pictures may be coded after one that is shown later. */
    private String reordered(boolean hevc) {
        int most = hevc && size.isLarge() ? 0 : 3;
        return Integer.toString(span.nominalTicks() > 0 ? most : 0);
    }

    private String profile(boolean hevc) {
        return hevc ? look.isDeep() ? "main10" : "main" : "high";
    }

    /**
     * x265 has open GOPs and cuts at scenes unless it is told not to. It would take threads for all cores: each job has as many as
     * it was given. Whether rows are coded side by side stands in the parameter sets, which must not depend on that. Apple's players
     * want {@code hvc1}, whose parameter sets are in the init segment alone.
     */
    private List<String> hevcParameters() {
        String parameters = "log-level=error:info=0:open-gop=0:scenecut=0:min-keyint=1:pools="
                + (threads > 1 ? Integer.toString(threads) : "none") + ":wpp=0:frame-threads="
                + (size.isLarge() ? "1" + FEW_PICTURES : threads + FEWER_OFFSETS)
                + (CoarseBlocks.are(recipe, size) ? COARSE_BLOCKS : "") + buffer() + effort.x265(span);
        return List.of("-x265-params", parameters, "-tag:v", "hvc1");
    }

    private String buffer() {
        return recipe.maxrate() > 0 ? ":vbv-init=" + FIRST_FULLNESS : "";
    }

    /**
     * The frame rate that stands in the stream. It is the same in all chunks of a rendition, since the init segment is; the
     * encoder plans its bits by the frames' real times.
     */
    static Ratio rate(ChunkSpan span) {
        return span.nominalTicks() > 0 ? new Ratio(span.timescale(), span.nominalTicks()) : new Ratio(30, 1);
    }
}
