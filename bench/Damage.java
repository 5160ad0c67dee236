package bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a failing disk does to a store.
 *
 * @param segment what was damaged
 * @param left what it holds since then
 */
record Damage(Path segment, byte[] left) {

    /** Overwrites a piece in the middle of the largest stored segment; its length stays. */
    static Damage toOneSegment(Path store) throws IOException {
        Path segment;
        try (Stream<Path> files = Files.walk(store)) {
            List<Path> segments =
                    files.filter(each -> each.toString().endsWith(".m4s")).sorted().toList();
            segment = segments.stream()
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow(() -> new BenchException("There is no segment in " + store + "."));
        }
        try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[64]);
        }
        return new Damage(segment, Files.readAllBytes(segment));
    }

    /** Whether something else lies there by now. */
    boolean isRepaired() throws IOException {
        return Files.exists(segment) && !Arrays.equals(Files.readAllBytes(segment), left);
    }
}
