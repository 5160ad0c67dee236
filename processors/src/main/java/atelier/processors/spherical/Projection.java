package atelier.processors.spherical;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a sphere is laid on a frame. */
public enum Projection {
    /** It is not: a picture as any other. */
    FLAT("flat"),
    /** Longitude and latitude, all around. */
    EQUIRECTANGULAR("equirectangular", "360"),
    /** The front half of that. */
    HALF_EQUIRECTANGULAR("half equirectangular", "180"),
    /** Six faces of a cube. */
    CUBEMAP("cubemap"),
    /** Six faces, of which each pixel sees the same angle. */
    EQUIANGULAR_CUBEMAP("equi-angular cubemap", "eac");

    private final List<String> names;

    Projection(String... names) {
        this.names = List.of(names);
    }

    /** What the API and FFmpeg call it. */
    public String text() {
        return names.get(0);
    }

    /** The one that people or FFmpeg call so. */
    public static Optional<Projection> of(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(each ->
                        each.names.stream().anyMatch(known -> plain(known).equals(plain)))
                .findFirst();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]+", " ");
    }
}
