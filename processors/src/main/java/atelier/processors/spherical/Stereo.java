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

    /** The one that people or FFmpeg call so. */
    public static Optional<Stereo> of(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.names.contains(plain))
                .findFirst();
    }
}
