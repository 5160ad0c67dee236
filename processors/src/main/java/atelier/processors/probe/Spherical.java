package atelier.processors.probe;

import atelier.processors.spherical.Pose;
import java.util.List;
import java.util.Objects;

/**
 * A picture of everything around.
 *
 * @param projection {@code equirectangular}, {@code cubemap}, {@code half equirectangular} and so on, in FFmpeg's words
 * @param yaw of the first view, in degrees
 * @param pitch of the first view
 * @param roll of the first view
 * @param troubles what the file says of it and cannot be used, for people
 */
public record Spherical(String projection, double yaw, double pitch, double roll, List<String> troubles) {
    /** What FFmpeg calls what it does not know. */
    static final String UNKNOWN = "unknown";

    public Spherical {
        // What was probed before this was asked for has none.
        troubles = List.copyOf(Objects.requireNonNullElse(troubles, List.of()));
    }

    /** How it is turned. */
    public Pose pose() {
        return new Pose(yaw, pitch, roll);
    }
}
