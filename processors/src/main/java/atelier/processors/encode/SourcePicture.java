package atelier.processors.encode;

import atelier.processors.probe.VideoStream;

/**
 * What of a source's pictures decides how they are filtered.
 *
 * @param scan whether they are made of fields
 * @param colour what their numbers mean
 */
record SourcePicture(Scan scan, SourceColour colour) {
    static SourcePicture of(VideoStream video) {
        return new SourcePicture(Scan.of(video), SourceColour.of(video));
    }
}
