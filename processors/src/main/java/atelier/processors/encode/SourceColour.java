package atelier.processors.encode;

import atelier.processors.probe.Colour;
import atelier.processors.probe.VideoStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the numbers of a source's pictures mean, with what the file does not say filled in as players do: BT.709 for large
 * pictures and BT.601 for small ones, of limited range.
 *
 * @param matrix FFmpeg's name of it for its scaler; empty where there is none, as of RGB and grey
 * @param fullRange whether black is 0
 * @param primaries in FFmpeg's words
 * @param transfer in FFmpeg's words
 * @param transparent whether there is an alpha channel
 * @param stretched whether it is grey of limited range, and is made to have a full one first
 */
record SourceColour(
        Optional<String> matrix,
        boolean fullRange,
        String primaries,
        String transfer,
        boolean transparent,
        boolean stretched) {
    /** One that has a full range, or is no grey. */
    SourceColour(Optional<String> matrix, boolean fullRange, String primaries, String transfer, boolean transparent) {
        this(matrix, fullRange, primaries, transfer, transparent, false);
    }

    static final String PQ = "smpte2084";
    static final String HLG = "arib-std-b67";

    /** Without luma and chroma there is no matrix, and the range is full. */
    private static final Pattern NO_MATRIX =
            Pattern.compile("(gbr|0?rgb|0?bgr|argb|abgr|x2rgb|x2bgr|pal8|mono|gray|ya).*");

    private static final Pattern TRANSPARENT = Pattern.compile("(yuva|gbrap|rgba|argb|abgr|bgra|ya8|ya16|ayuv|vuya).*");

    private static final Map<String, String> MATRICES = Map.of(
            "bt709", "bt709",
            "smpte170m", "smpte170m",
            "bt470bg", "bt470",
            "smpte240m", "smpte240m",
            "fcc", "fcc",
            "bt2020nc", "bt2020",
            "bt2020c", "bt2020");

    private static final String STRETCH = "lut=c0=clip((val-maxval*16/255)*255/219\\,0\\,maxval),setparams=range=pc,";

    private static final Set<String> HIGH_RANGE = Set.of(PQ, HLG);
    private static final int LARGE_WIDTH = 1280;
    private static final int LARGE_HEIGHT = 720;

    static SourceColour of(VideoStream video) {
        String format = video.pixelFormat().orElse("yuv420p");
        Colour colour = video.colour();
        boolean plain = NO_MATRIX.matcher(format).matches();
        String transfer = colour.transfer().orElse("bt709");
        String matrix = colour.space().map(MATRICES::get).orElseGet(() -> guessed(video, transfer));
        return new SourceColour(
                plain ? Optional.empty() : Optional.of(matrix),
                plain || colour.range().filter("pc"::equals).isPresent(),
                colour.primaries().orElse(matrix.equals("bt2020") ? "bt2020" : "bt709"),
                transfer,
                TRANSPARENT.matcher(format).matches(),
                video.isLimitedGrey());
    }

    private static String guessed(VideoStream video, String transfer) {
        String primaries = video.colour().primaries().orElse("");
        if (HIGH_RANGE.contains(transfer) || primaries.equals("bt2020")) {
            return "bt2020";
        }
        boolean large =
                video.geometry().width() >= LARGE_WIDTH || video.geometry().height() >= LARGE_HEIGHT;
        return large || primaries.equals("bt709") ? "bt709" : "smpte170m";
    }

    /** Whether it is brighter than a usual screen: HDR10 or HLG. */
    boolean isHighRange() {
        return HIGH_RANGE.contains(transfer);
    }

    /** Whether its colours must be computed anew to be shown as BT.709, not only its numbers. */
    boolean differs() {
        return isHighRange() || !primaries.equals("bt709");
    }

    /** The filters that go before the scaler: it takes all grey for one of full range, whatever it says. */
    String before() {
        return stretched ? STRETCH : "";
    }

    /** Flags of the scaler: where it takes a full range for a limited one it rounds chroma down, and greys come out green. */
    String rounding() {
        return fullRange ? "+accurate_rnd" : "";
    }

    /** Options of FFmpeg's scaler that say so. */
    String scalerInput() {
        return matrix.map(name -> ":in_color_matrix=" + name + ":in_range=" + (fullRange ? "pc" : "tv"))
                .orElse("");
    }
}
