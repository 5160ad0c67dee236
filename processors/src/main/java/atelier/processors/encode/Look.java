package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.ladder.FrameSize;
import atelier.processors.mp4.ColourCodes;
import atelier.processors.probe.VideoStream;
import java.util.List;

/**
 * How a rendition's pictures are coded, and the filters that make them of a source's: scaled to square samples, over black
 * where they are transparent, in the colours of the rendition, and marked as such. Pure.
 *
 * @param format FFmpeg's name of the pixel format
 * @param matrix FFmpeg's name for its scaler
 * @param range {@code tv} or {@code pc}
 * @param space FFmpeg's name of the matrix for streams
 * @param primaries in FFmpeg's words
 * @param transfer in FFmpeg's words
 */
record Look(String format, String matrix, String range, String space, String primaries, String transfer) {
    /** The name of the file in the scratch folder that {@link ColourCube} writes, where one is needed. */
    static final String CUBE = "colour.cube";

    /** What every screen shows: BT.709 of 8 bits. */
    static final Look STANDARD = new Look("yuv420p", "bt709", "tv", "bt709", "bt709", "bt709");

    /** ITU-T T.871: the full range of BT.601's matrix. */
    static final Look JPEG = new Look("yuvj420p", "bt601", "pc", "bt470bg", "bt709", "bt709");

    /** RFC 9649: as VP8 has it, which is BT.601's matrix. */
    static final Look WEBP = new Look("yuv420p", "bt601", "tv", "bt470bg", "bt709", "bt709");

    /** Small films that do not say what they are: BT.601's matrix, which players take for theirs. */
    private static final Look SMALL = new Look("yuv420p", "bt601", "tv", "smpte170m", "bt709", "bt709");

    /** That of a video rendition. What H.264 is played by shows 8 bits of standard range; newer codecs keep what there is, as far as the recipe has bits. */
    static Look of(Recipe recipe, VideoStream source) {
        if (recipe.codec().equals("h264") || recipe.bits() == Recipe.FEW_BITS) {
            return STANDARD;
        }
        SourceColour colour = SourceColour.of(source);
        if (colour.isHighRange()) {
            return new Look("yuv420p10le", "bt2020", "tv", "bt2020nc", "bt2020", colour.transfer());
        }
        return source.bitDepth() > Recipe.FEW_BITS
                ? new Look("yuv420p10le", "bt709", "tv", "bt709", "bt709", "bt709")
                : STANDARD;
    }

    /** What is declared of a film that is cut as it is: what it says, and of what it does not say what players take it for. */
    static Look copied(VideoStream source) {
        return SourceColour.of(source).matrix().filter("smpte170m"::equals).isPresent() ? SMALL : STANDARD;
    }

    /** Whether its pictures are brighter than a usual screen. */
    boolean isHighRange() {
        return !transfer.equals("bt709");
    }

    /** Whether its pictures have more than 8 bits. */
    boolean isDeep() {
        return format.endsWith("10le");
    }

    /** In HLS's words. */
    String videoRange() {
        return switch (transfer) {
            case SourceColour.PQ -> "PQ";
            case SourceColour.HLG -> "HLG";
            default -> StreamInfo.STANDARD_RANGE;
        };
    }

    /** Whether {@link #CUBE} is needed for pictures of those colours. */
    boolean needsCube(SourceColour source) {
        return !isHighRange() && source.differs();
    }

    /** The filters between a source's pictures and the encoder. */
    String filters(SourceColour source, FrameSize size) {
        String scaled = source.before() + "scale=" + size.width() + ":" + size.height() + ":flags=bicubic";
        String coded =
                ":out_color_matrix=" + matrix + ":out_range=" + range + ",setsar=1,format=" + format + "," + said();
        if (!source.transparent() && !needsCube(source)) {
            return scaled + source.rounding() + source.scalerInput() + coded;
        }
        return scaled + "+accurate_rnd+full_chroma_int" + source.scalerInput() + ",format="
                + (source.transparent() ? "gbrap12le,premultiply=inplace=1" : "gbrp12le")
                + (needsCube(source) ? ",lut3d=file=" + CUBE + ":interp=tetrahedral" : "") + ",scale=flags=bicubic"
                + coded;
    }

    /** The filter that says of pictures what they are. */
    String said() {
        return "setparams=range=" + range + ":color_primaries=" + primaries + ":color_trc=" + transfer + ":colorspace="
                + space;
    }

    /** The same as numbers of ITU-T H.273, as they stand in the init segment. */
    ColourCodes codes() {
        return new ColourCodes(
                primaries.equals("bt2020") ? 9 : 1,
                switch (transfer) {
                    case SourceColour.PQ -> 16;
                    case SourceColour.HLG -> 18;
                    default -> 1;
                },
                switch (space) {
                    case "bt2020nc" -> 9;
                    case "smpte170m" -> 6;
                    default -> 1;
                },
                range.equals("pc"));
    }

    /** What the encoder is told of them. */
    List<String> tags() {
        return List.of(
                "-color_range", range, "-colorspace", space, "-color_primaries", primaries, "-color_trc", transfer);
    }
}
