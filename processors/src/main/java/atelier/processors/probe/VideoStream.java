package atelier.processors.probe;

import atelier.processors.spherical.Pose;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereFrame;
import atelier.processors.spherical.Stereo;
import atelier.processors.spherical.Told;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * A video stream.
 *
 * @param index its index in the file
 * @param codec FFmpeg's name of its codec
 * @param profile the codec's profile
 * @param pixelFormat FFmpeg's name of its pixel format
 * @param configuration SHA-256 of what a decoder is told before the first packet, in hexadecimal; empty where the packets say it
 * @param bitDepth bits of one component
 * @param geometry how large its picture is, coded and shown
 * @param timing its frame rates and time stamps
 * @param fieldOrder {@code progressive}, {@code tt} where the upper lines are the earlier, {@code bb} where the lower are; of
 *     film that was found in fields {@link #FILM_TOP_FIRST} or {@link #FILM_BOTTOM_FIRST}
 * @param colour what its numbers mean
 * @param spherical how a 360° picture is laid out
 * @param stereoMode how the pictures of two eyes are laid out, in FFmpeg's words
 */
public record VideoStream(
        int index,
        String codec,
        Optional<String> profile,
        Optional<String> pixelFormat,
        Optional<String> configuration,
        int bitDepth,
        Geometry geometry,
        Timing timing,
        Optional<String> fieldOrder,
        Colour colour,
        Optional<Spherical> spherical,
        Optional<String> stereoMode) {
    /** Film of 23.976 pictures a second that was spread over the fields of 29.97, of which the upper is the earlier. */
    public static final String FILM_TOP_FIRST = "film tt";

    /** The same where the lower is the earlier. */
    public static final String FILM_BOTTOM_FIRST = "film bb";

    public VideoStream {
        // Of interleaved fields QuickTime (TN2162) and Matroska (RFC 9559, 5.1.4.1.28.7) tell which line is the
        // earlier; to FFmpeg it
        // is the one that was stored first.
        fieldOrder = fieldOrder.map(order -> order.equals("tb") ? "tt" : order.equals("bt") ? "bb" : order);
    }

    /** Whether film was spread over its fields. */
    @JsonIgnore
    public boolean isTelecined() {
        return fieldOrder
                .filter(order -> order.equals(FILM_TOP_FIRST) || order.equals(FILM_BOTTOM_FIRST))
                .isPresent();
    }

    /** Whether packets may hold one field alone, as H.264 of broadcasts and camcorders (AVCHD) has them: two make a picture. */
    @JsonIgnore
    public boolean isInFields() {
        return codec.equals("h264")
                && fieldOrder.filter(order -> !order.equals("progressive")).isPresent();
    }

    /** The same with another order of fields. */
    VideoStream scanned(String order) {
        return with(Optional.of(order), spherical, stereoMode);
    }

    /** What it tells of a sphere, as far as that can lie on its frame. */
    public Told told() {
        return new Told(
                        spherical.map(Spherical::projection).flatMap(Projection::of),
                        stereoMode.flatMap(Stereo::of),
                        spherical.map(Spherical::pose).orElse(Pose.UPRIGHT),
                        spherical.map(Spherical::troubles).orElse(List.of()))
                .on(geometry.displayWidth(), geometry.displayHeight());
    }

    /** Whether it is grey of limited range, as HEVC without chroma is. FFmpeg's scaler takes all grey for full. */
    public boolean isLimitedGrey() {
        return pixelFormat.filter(format -> format.startsWith("gray")).isPresent()
                && colour.range().filter("tv"::equals).isPresent();
    }

    /** Its frame, and what lies on it. */
    public SphereFrame frame() {
        return new SphereFrame(told().sphere(), geometry.displayWidth(), geometry.displayHeight());
    }

    /** The same, with what its file was found to tell of a sphere beside what FFmpeg understands. */
    VideoStream telling(Told more) {
        boolean ofSphere = more.projection().isPresent() || !more.troubles().isEmpty();
        return with(
                fieldOrder,
                ofSphere ? Optional.of(spherical(more)) : spherical,
                more.stereo().map(Stereo::text).or(() -> stereoMode));
    }

    /** The same as that sphere, whatever its file tells. */
    VideoStream as(Sphere sphere) {
        Told told = new Told(Optional.of(sphere.projection()), Optional.of(sphere.stereo()), sphere.pose(), List.of());
        return with(
                fieldOrder,
                Optional.of(spherical(told)),
                Optional.of(sphere.stereo().text()));
    }

    private VideoStream with(
            Optional<String> newOrder, Optional<Spherical> newSpherical, Optional<String> newStereoMode) {
        return new VideoStream(
                index,
                codec,
                profile,
                pixelFormat,
                configuration,
                bitDepth,
                geometry,
                timing,
                newOrder,
                colour,
                newSpherical,
                newStereoMode);
    }

    private static Spherical spherical(Told told) {
        Pose pose = told.pose();
        return new Spherical(
                told.projection().map(Projection::text).orElse(Spherical.UNKNOWN),
                pose.yaw(),
                pose.pitch(),
                pose.roll(),
                told.troubles());
    }
}
