package atelier.processors.ingest;

import java.io.IOException;
import java.util.Set;

/** The containers whose end can be known, by their first bytes. A file's extension tells nothing. */
enum Container {
    ISO_BMFF,
    MATROSKA,
    RIFF,
    MXF,
    OTHER;

    /** Boxes that files begin with; QuickTime needs no {@code ftyp}. */
    private static final Set<String> FIRST_BOXES =
            Set.of("ftyp", "styp", "moov", "mdat", "free", "skip", "wide", "pnot");

    static Container of(Headers headers) throws IOException {
        if (headers.startsWith(0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return MATROSKA;
        }
        if (headers.startsWith(0, 'R', 'I', 'F', 'F')) {
            return RIFF;
        }
        if (headers.startsWith(0, MxfPartitions.PARTITION_KEY)) {
            return MXF;
        }
        return FIRST_BOXES.contains(headers.text(4, 4)) ? ISO_BMFF : OTHER;
    }
}
