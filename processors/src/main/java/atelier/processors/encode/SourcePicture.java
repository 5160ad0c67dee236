package atelier.processors.encode;

import atelier.processors.probe.VideoStream;
import atelier.processors.spherical.SphereFrame;

/**
 * What of a source's pictures decides how they are filtered.
 *
 * @param scan whether they are made of fields
 * @param colour what their numbers mean
 * @param frame how a sphere lies on them, if one does
 */
record SourcePicture(Scan scan, SourceColour colour, SphereFrame frame) {
    static SourcePicture of(VideoStream video) {
        return new SourcePicture(Scan.of(video), SourceColour.of(video), video.frame());
    }
}
