package atelier.processors.ingest;

import atelier.processors.ingest.Wholeness.Incomplete;
import atelier.processors.ingest.Wholeness.Unknowable;
import atelier.processors.ingest.Wholeness.Whole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** AVI and WAV: one RIFF chunk, or a chain of them (OpenDML: {@code AVI }, then {@code AVIX}). */
final class RiffChunks {
    /** Each link of a chain is about 1 GB. */
    private static final int MOST_LINKS = 4096;

    private static final long STREAMED = 0xFFFFFFFFL;

    private final Headers headers;

    RiffChunks(Headers headers) {
        this.headers = headers;
    }

    Wholeness wholeness() throws IOException {
        long position = 0;
        for (int links = 0; links < MOST_LINKS && headers.startsWith(position, 'R', 'I', 'F', 'F'); links++) {
            long size = sizeAt(position + 4);
            long end = position + 8 + size;
            if (size == 0 || size == STREAMED) {
                return new Unknowable();
            }
            if (end > headers.size()) {
                return new Incomplete("its RIFF chunk at byte " + position + " should end at byte " + end
                        + ", the file ends at byte " + headers.size());
            }
            // Chunks are padded to even sizes.
            position = end + (end & 1);
            if (position >= headers.size()) {
                return headers.endsHollow(8, end) ? new Unknowable() : new Whole();
            }
        }
        return new Unknowable();
    }

    /** Four bytes, the lowest first; 0 where the file ends. */
    private long sizeAt(long position) throws IOException {
        ByteBuffer size = headers.read(position, 4).order(ByteOrder.LITTLE_ENDIAN);
        return size.remaining() < 4 ? 0 : size.getInt() & 0xFFFFFFFFL;
    }
}
