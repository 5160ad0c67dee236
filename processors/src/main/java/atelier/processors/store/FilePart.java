package atelier.processors.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * A part of a file as it is sent: read from the disk meanwhile, and again when it is sent again.
 *
 * @param offset of its first byte
 * @param length in bytes
 */
final class FilePart implements ContentStreamProvider, AutoCloseable {
    private final Path file;
    private final long offset;
    private final long length;
    private final List<InputStream> opened = new ArrayList<>();

    FilePart(Path file, long offset, long length) {
        this.file = file;
        this.offset = offset;
        this.length = length;
    }

    RequestBody body() {
        return RequestBody.fromContentProvider(this, length, "application/octet-stream");
    }

    @Override
    public InputStream newStream() {
        close();
        try {
            InputStream stream = Files.newInputStream(file);
            opened.add(stream);
            stream.skipNBytes(offset);
            return new Limited(stream, length);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read to be stored.", e);
        }
    }

    @Override
    public void close() {
        for (InputStream stream : opened) {
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException(file + " could not be closed.", e);
            }
        }
        opened.clear();
    }

    /** The first bytes of a stream. */
    private static final class Limited extends InputStream {
        private final InputStream stream;
        private long left;

        Limited(InputStream stream, long length) {
            this.stream = stream;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = stream.read(into, at, (int) Math.min(most, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
