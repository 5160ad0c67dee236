package atelier.processors.spherical;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file tells of a sphere.
 *
 * @param projection how it lies on the frame, where that is told and known
 * @param stereo how the pictures of two eyes share the frame, where that is told and known
 * @param pose how it is turned
 * @param troubles what of it cannot be used, for people; whole sentences
 */
public record Told(Optional<Projection> projection, Optional<Stereo> stereo, Pose pose, List<String> troubles) {
    public Told {
        troubles = List.copyOf(troubles);
    }

    /** The sphere; flat and for one eye where nothing else is told. */
    public Sphere sphere() {
        return new Sphere(projection.orElse(Projection.FLAT), stereo.orElse(Stereo.MONO), pose);
    }

    /** The same without what cannot lie on a frame of that size. */
    public Told on(int width, int height) {
        Sphere all = sphere();
        if (all.stereo().leavesRoomFor(all.projection(), width, height)) {
            return this;
        }
        boolean asOne = all.stereo() != Stereo.MONO && Stereo.MONO.leavesRoomFor(all.projection(), width, height);
        List<String> more = new ArrayList<>(troubles);
        more.add("The file says %s, %s, which a frame of %d×%d cannot be."
                .formatted(all.projection().text(), all.stereo().text(), width, height));
        return new Told(asOne ? projection : Optional.empty(), Optional.empty(), pose, more);
    }
}
