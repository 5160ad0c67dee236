package atelier.processors.spherical;

/**
 * What a player must know to let people look around.
 *
 * @param projection how the sphere lies on the frame
 * @param stereo how the pictures of two eyes share it
 * @param pose how it is turned
 */
public record Sphere(Projection projection, Stereo stereo, Pose pose) {
    /** What most pictures are: nothing need be said of them. */
    public static final Sphere PLAIN = new Sphere(Projection.FLAT, Stereo.MONO, Pose.UPRIGHT);

    /** Whether there is nothing to be said. */
    public boolean isPlain() {
        return projection == Projection.FLAT && stereo == Stereo.MONO;
    }

    /** Whether it can be looked around in. */
    public boolean isRound() {
        return projection != Projection.FLAT;
    }

    /** What it is published as: cubes are unfolded. */
    public Sphere published() {
        return new Sphere(projection.published(), stereo, pose);
    }
}
