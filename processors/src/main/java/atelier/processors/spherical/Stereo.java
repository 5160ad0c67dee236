package atelier.processors.spherical;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the pictures of two eyes share a frame. */
public enum Stereo {
    /** There is one. */
    MONO("mono", "2d"),
    /** The left eye's above. */
    TOP_BOTTOM("top-bottom", "top and bottom"),
    /** The left eye's at the left. */
    LEFT_RIGHT("left-right", "side by side");

    private final List<String> names;

    Stereo(String... names) {
        this.names = List.of(names);
    }

    /** What the API calls it. */
    public String text() {
        return names.get(0);
    }

    /** Whether a frame of that size is two of a whole number of lines and columns. */
    boolean divides(int width, int height) {
        return switch (this) {
            case MONO -> true;
            case TOP_BOTTOM -> height % 2 == 0;
            case LEFT_RIGHT -> width % 2 == 0;
        };
    }

    /** Whether such a projection can lie on each eye's part of a frame of that size. */
    boolean leavesRoomFor(Projection projection, int width, int height) {
        return divides(width, height)
                && projection.fits(this == LEFT_RIGHT ? width / 2 : width, this == TOP_BOTTOM ? height / 2 : height);
    }

    /** The one that people or FFmpeg call so. */
    public static Optional<Stereo> of(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.names.contains(plain))
                .findFirst();
    }
}
