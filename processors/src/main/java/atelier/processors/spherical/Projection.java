package atelier.processors.spherical;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a sphere is laid on a frame. */
public enum Projection {
    /** It is not: a picture as any other. */
    FLAT(0, "flat"),
    /** Longitude and latitude, all around. */
    EQUIRECTANGULAR(2, "equirectangular", "360"),
    /** The front half of that. */
    HALF_EQUIRECTANGULAR(1, "half equirectangular", "180"),
    /** Six faces of a cube. */
    CUBEMAP(1.5, "cubemap"),
    /** Six faces, of which each pixel sees the same angle. */
    EQUIANGULAR_CUBEMAP(1.5, "equi-angular cubemap", "eac");

    /** Frames are squeezed to fit formats, by no more than that. */
    private static final double SQUEEZED = 2.5;

    private final double shape;
    private final List<String> names;

    /** @param shape width by height of the frame of one eye where nothing is squeezed; 0: any */
    Projection(double shape, String... names) {
        this.shape = shape;
        this.names = List.of(names);
    }

    /** What the API and FFmpeg call it. */
    public String text() {
        return names.get(0);
    }

    /** What it is published as: cubes are unfolded. */
    public Projection published() {
        return switch (this) {
            case CUBEMAP, EQUIANGULAR_CUBEMAP -> EQUIRECTANGULAR;
            case FLAT, EQUIRECTANGULAR, HALF_EQUIRECTANGULAR -> this;
        };
    }

    /** Whether it can be what lies on a frame of that size. */
    boolean fits(int width, int height) {
        double squeezed = (double) width / height / shape;
        return shape == 0 || (squeezed < SQUEEZED && squeezed > 1 / SQUEEZED);
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
