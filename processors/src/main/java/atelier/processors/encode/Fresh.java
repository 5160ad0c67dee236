package atelier.processors.encode;

import atelier.processors.catalog.Segment;
import atelier.processors.mp4.SegmentHash;
import atelier.processors.mp4.WrittenSegment;
import java.nio.file.Path;

/**
 * A segment that lies in a scratch folder.
 *
 * @param file under its final name; gone when it is stored
 * @param segment what the catalogue records of it
 * @param sha256 of the file, with its decode time taken as 0
 */
record Fresh(Path file, Segment segment, String sha256) {
    static Fresh of(int number, WrittenSegment written) {
        return new Fresh(
                written.path(),
                new Segment(number, written.durationTicks(), written.bytes()),
                SegmentHash.of(written.path()));
    }
}
