package atelier.processors.ffmpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Splits a stream into lines as they come. What a line has beyond 64 KiB is left out, so that none can fill the heap. */
final class Lines {
    static final int LONGEST = 64 * 1024;

    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();

    private Lines() {}

    /**
     * Reads to the end; an unfinished last line counts.
     *
     * @param batches gets the lines that came together: one by one would cost a change of threads for each
     */
    static void read(InputStream stream, Consumer<List<String>> batches) throws IOException {
        Lines lines = new Lines();
        byte[] buffer = new byte[8192];
        for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
            List<String> batch = lines.split(buffer, length);
            if (!batch.isEmpty()) {
                batches.accept(batch);
            }
        }
        if (lines.unfinished.size() > 0) {
            batches.accept(List.of(lines.end()));
        }
    }

    private List<String> split(byte[] buffer, int length) {
        List<String> batch = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                keep(buffer, start, i);
                batch.add(end());
                start = i + 1;
            }
        }
        keep(buffer, start, length);
        return batch;
    }

    private void keep(byte[] buffer, int start, int end) {
        unfinished.write(buffer, start, Math.min(end - start, LONGEST - unfinished.size()));
    }

    private String end() {
        String line = unfinished.toString(StandardCharsets.UTF_8);
        unfinished.reset();
        return line;
    }
}
