package atelier.processors.probe;

/**
 * A picture of everything around.
 *
 * @param projection {@code equirectangular}, {@code cubemap}, {@code half equirectangular} and so on, in FFmpeg's words
 * @param yaw of the first view, in degrees
 * @param pitch of the first view
 * @param roll of the first view
 */
public record Spherical(String projection, double yaw, double pitch, double roll) {}
