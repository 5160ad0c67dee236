package atelier.processors.spherical;

/**
 * How a sphere is turned before it is looked at, in degrees.
 *
 * @param yaw around the vertical axis
 * @param pitch around the axis to the right
 * @param roll around the axis ahead
 */
public record Pose(double yaw, double pitch, double roll) {
    /** As it was filmed. */
    public static final Pose UPRIGHT = new Pose(0, 0, 0);
}
