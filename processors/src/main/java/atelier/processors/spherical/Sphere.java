package atelier.processors.spherical;

/**
 * What a player must know to let people look around.
 *
 * @param projection how the sphere lies on the frame
 * @param stereo how the pictures of two eyes share it
 */
public record Sphere(Projection projection, Stereo stereo) {}
