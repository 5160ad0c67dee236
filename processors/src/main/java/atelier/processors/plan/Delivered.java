package atelier.processors.plan;

import atelier.processors.catalog.Input;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Ladder;
import atelier.processors.probe.Geometry;
import atelier.processors.probe.MediaInfo;

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
        Geometry geometry = media.video().geometry();
        return new FrameSize(geometry.displayWidth(), geometry.displayHeight());
    }

    /** What of the container decides how a picture looks, beside the coded data. */
    String picture() {
        Geometry geometry = media.video().geometry();
        return geometry.width() + "x" + geometry.height() + " " + geometry.sampleAspectRatio() + " "
                + geometry.rotation() + " " + geometry.mirrored() + " "
                + media.video().fieldOrder().orElse("progressive") + " "
                + media.video().colour();
    }
}
