package atelier.processors.spherical;

import atelier.processors.mp4.Box;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Apple's players are told of a sphere: the box {@code vexu}, and the attribute REQ-VIDEO-LAYOUT of playlists. */
public final class AppleBoxes {
    /** Of {@code stri}: there is a left eye's picture, and a right eye's. */
    private static final byte BOTH_EYES = 3;

    private AppleBoxes() {}

    /** The value of REQ-VIDEO-LAYOUT (RFC 8216bis, 4.4.6.2); none of what they cannot turn. */
    public static Optional<String> layout(Sphere sphere) {
        String eyes = sphere.stereo() == Stereo.MONO ? "" : "CH-STEREO/";
        return kind(sphere.projection()).map(kind -> eyes + "PROJ-" + kind.toUpperCase(Locale.ROOT));
    }

    /** The box; none of what they cannot turn. */
    static Optional<Box> of(Sphere sphere) {
        return kind(sphere.projection()).map(kind -> {
            List<Box> boxes = new ArrayList<>();
            if (sphere.stereo() != Stereo.MONO) {
                ByteBuffer eyes = ByteBuffer.allocate(5).put(4, BOTH_EYES);
                boxes.add(container("eyes", new Box.Leaf("stri", eyes.array())));
            }
            boxes.add(container("proj", named("prji", kind)));
            if (sphere.stereo() != Stereo.MONO) {
                boxes.add(container("pack", named("pkin", sphere.stereo() == Stereo.TOP_BOTTOM ? "over" : "side")));
            }
            return new Box.Container("vexu", new byte[0], boxes);
        });
    }

    private static Optional<String> kind(Projection projection) {
        return switch (projection) {
            case EQUIRECTANGULAR -> Optional.of("equi");
            case HALF_EQUIRECTANGULAR -> Optional.of("hequ");
            case FLAT, CUBEMAP, EQUIANGULAR_CUBEMAP -> Optional.empty();
        };
    }

    /** A full box of four letters. */
    private static Box named(String type, String letters) {
        ByteBuffer body = ByteBuffer.allocate(8).putInt(0).put(letters.getBytes(StandardCharsets.US_ASCII));
        return new Box.Leaf(type, body.array());
    }

    private static Box container(String type, Box child) {
        return new Box.Container(type, new byte[0], List.of(child));
    }
}
