package atelier.processors.plan;

import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Ladder;
import atelier.processors.probe.Geometry;
import atelier.processors.probe.MediaInfo;
import atelier.processors.probe.Spherical;
import atelier.processors.spherical.Pose;
import atelier.processors.spherical.Projection;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereFrame;
import atelier.processors.spherical.Stereo;

/**
 * A file that an artist delivered, and what it is in the rendition graph.
 *
 * @param type {@code SOURCE}, or the rendition that it overrides
 * @param input the file
 * @param media what the probe found in it
 */
public record Delivered(String type, Input input, MediaInfo media) {

    /** Its name in the graph. */
    String node() {
        return type.equals(VideoFormat.SOURCE) ? Ladder.SOURCE : type;
    }

    boolean isSource() {
        return type.equals(VideoFormat.SOURCE);
    }

    /** Size of its picture as it is shown. */
    FrameSize size() {
        SphereFrame frame = media.video().frame().unfolded();
        return new FrameSize(frame.width(), frame.height());
    }

    /** The same as that sphere, whatever its file tells. */
    Delivered as(Sphere sphere) {
        return new Delivered(type, input, media.as(sphere));
    }

    /** What sphere it is, by its artist or by itself; only the file tells how it is turned. */
    Sphere sphere(Artwork artwork) {
        return new Sphere(
                Projection.of(artwork.projection()).orElse(Projection.FLAT),
                Stereo.of(artwork.stereo()).orElse(Stereo.MONO),
                media.video().spherical().map(Spherical::pose).orElse(Pose.UPRIGHT));
    }

    /** What of the container decides how a picture looks, beside the coded data. */
    String picture() {
        Geometry geometry = media.video().geometry();
        return geometry.width() + "x" + geometry.height() + " " + geometry.sampleAspectRatio() + " "
                + geometry.rotation() + " " + geometry.mirrored() + " "
                + media.video().fieldOrder().orElse("progressive") + " "
                + media.video().colour()
                + (media.video().isLimitedGrey() ? " stretched" : "")
                + media.video().frame().unfolding().map(filter -> " " + filter).orElse("");
    }
}
