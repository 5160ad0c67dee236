package atelier.processors.encode;

import atelier.processors.catalog.StreamInfo;
import atelier.processors.mp4.SegmentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An init segment that lies in a scratch folder.
 *
 * @param file under its final name; gone when it is stored
 * @param info what it says
 * @param bytes of the file
 * @param sha256 of the file
 */
record FreshInit(Path file, StreamInfo info, long bytes, String sha256) {
    static FreshInit of(Path file, StreamInfo info) throws IOException {
        return new FreshInit(file, info, Files.size(file), SegmentHash.of(file));
    }
}
