package atelier.processors.ffmpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Splits a stream into lines as they come. What a line has beyond 64 KiB is left out, so that none can fill the heap. */
final class Lines {
    static final int LONGEST = 64 * 1024;

    private final Consumer<String> each;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private Lines(Consumer<String> each) {
        this.each = each;
    }

    /** Reads to the end; an unfinished last line counts. */
    static void read(InputStream stream, Consumer<String> each) throws IOException {
        Lines lines = new Lines(each);
        byte[] buffer = new byte[8192];
        for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
            lines.split(buffer, length);
        }
        if (lines.line.size() > 0) {
            lines.end();
        }
    }

    private void split(byte[] buffer, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                keep(buffer, start, i);
                end();
                start = i + 1;
            }
        }
        keep(buffer, start, length);
    }

    private void keep(byte[] buffer, int start, int end) {
        line.write(buffer, start, Math.min(end - start, LONGEST - line.size()));
    }

    private void end() {
        each.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
