package atelier.processors.probe;

import atelier.processors.index.Ratio;
import atelier.processors.spherical.Projection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what ffprobe says of a stream's picture. */
final class PictureParser {
    private static final Ratio SQUARE = new Ratio(1, 1);

    /** {@code yuv420p10le}, {@code p010le}, {@code gray12be}: a format of more than 8 bits ends in a number and an order. */
    private static final Pattern DEEP_FORMAT = Pattern.compile("([0-9]{1,3})(le|be)$");

    private static final Pattern MATRIX_NUMBER = Pattern.compile("-?[0-9]+(?=\\s)");

    private static final int ROUNDED = 2;

    private PictureParser() {}

    static VideoStream video(Fields stream) {
        Optional<String> pixelFormat = stream.text("pix_fmt");
        return new VideoStream(
                stream.integer("index").orElse(-1),
                stream.text("codec_name").orElse("unknown"),
                stream.text("profile"),
                pixelFormat,
                stream.text("extradata_hash").map(hash -> hash.substring(hash.indexOf(':') + 1)),
                pixelFormat.map(PictureParser::bitDepth).orElse(8),
                geometry(stream),
                ProbeParser.timing(stream),
                stream.text("field_order"),
                colour(stream),
                sideData(stream, "Spherical Mapping").map(data -> spherical(data, stream)),
                sideData(stream, "Stereo 3D").flatMap(data -> data.text("type")));
    }

    private static Geometry geometry(Fields stream) {
        Optional<Fields> matrix = sideData(stream, "Display Matrix");
        return new Geometry(
                Math.max(0, stream.integer("width").orElse(0)),
                Math.max(0, stream.integer("height").orElse(0)),
                stream.ratio("sample_aspect_ratio").orElse(SQUARE),
                matrix.map(data -> clockwise(data.degrees("rotation"))).orElse(0),
                matrix.flatMap(data -> data.text("displaymatrix"))
                        .map(PictureParser::isMirror)
                        .orElse(false));
    }

    /** ffprobe counts against the clock. */
    private static int clockwise(double counterclockwise) {
        return (int) Math.floorMod(Math.round(-counterclockwise), 360L);
    }

    /**
     * ffprobe prints the matrix in three lines, each after its number and a colon. A turn has a positive determinant, a mirror a
     * negative one.
     */
    private static boolean isMirror(String matrix) {
        List<Double> numbers = MATRIX_NUMBER
                .matcher(matrix)
                .results()
                .map(number -> Double.valueOf(number.group()))
                .toList();
        return numbers.size() == 9 && numbers.get(0) * numbers.get(4) - numbers.get(1) * numbers.get(3) < 0;
    }

    private static Colour colour(Fields stream) {
        return new Colour(
                stream.text("color_range"),
                stream.text("color_space"),
                stream.text("color_primaries"),
                stream.text("color_transfer"));
    }

    private static Spherical spherical(Fields data, Fields stream) {
        return new Spherical(
                isFrontHalf(data, stream.integer("width").orElse(0))
                        ? Projection.HALF_EQUIRECTANGULAR.text()
                        : data.text("projection").orElse(Spherical.UNKNOWN),
                data.degrees("yaw"),
                data.degrees("pitch"),
                data.degrees("roll"),
                List.of());
    }

    /** Of a part of a sphere FFmpeg says how many pixels are missing at each side: half the frame's width at the left and at the right. */
    private static boolean isFrontHalf(Fields data, int width) {
        boolean high = data.integer("bound_top").orElse(-1) == 0
                && data.integer("bound_bottom").orElse(-1) == 0;
        return high
                && Math.abs(data.integer("bound_left").orElse(0) - width / 2) <= ROUNDED
                && Math.abs(data.integer("bound_right").orElse(0) - width / 2) <= ROUNDED;
    }

    private static Optional<Fields> sideData(Fields stream, String type) {
        return stream.list("side_data_list")
                .filter(data -> data.text("side_data_type").filter(type::equals).isPresent())
                .findFirst();
    }

    static int bitDepth(String pixelFormat) {
        Matcher number = DEEP_FORMAT.matcher(pixelFormat);
        if (!number.find()) {
            return 8;
        }
        int bits = Integer.parseInt(number.group(1));
        return switch (bits) {
            // Bits of a whole pixel, in packed formats.
            case 48, 64 -> 16;
            case 36 -> 12;
            case 20, 30 -> 10;
            case 444, 555, 565 -> 8;
            // p010, y210, p416: the last two digits.
            default -> bits % 100;
        };
    }
}
