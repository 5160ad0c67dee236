package atelier.processors.ingest;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Whether a file's container says that all of it is there.
 *
 * <p>Only headers are read, a bounded number of them, and no size in them is believed beyond the file's own.
 */
public sealed interface Wholeness {

    /** The container ends where it says it ends, and has what a player needs. */
    record Whole() implements Wholeness {}

    /** Something is missing, for now or for good. */
    record Incomplete(String why) implements Wholeness {}

    /** The container does not say, or is none that is known here: only time can tell. */
    record Unknowable() implements Wholeness {}

    /**
     * Looks at a file.
     *
     * @param file a regular file; a link is not followed
     * @throws IOException if it cannot be read
     */
    static Wholeness of(Path file) throws IOException {
        try (Headers headers = Headers.open(file)) {
            if (headers.size() == 0) {
                return new Incomplete("the file is empty");
            }
            if (headers.isZero(0, 64)) {
                return new Incomplete(
                        "the file begins with zeros: its space is reserved, its content is not there yet");
            }
            return switch (Container.of(headers)) {
                case ISO_BMFF -> new IsoBoxes(headers).wholeness();
                case MATROSKA -> new MatroskaSegment(headers).wholeness();
                case RIFF -> new RiffChunks(headers).wholeness();
                case MXF -> new MxfPartitions(headers).wholeness();
                case OTHER -> new Unknowable();
            };
        }
    }
}
