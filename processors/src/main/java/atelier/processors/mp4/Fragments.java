package atelier.processors.mp4;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a finished fragmented MP4 consists of.
 *
 * @param init its init segment, as the file has it
 * @param list its fragments, in the file's order
 */
public record Fragments(InitSegment init, List<Fragment> list) {
    public Fragments {
        list = List.copyOf(list);
    }

    /**
     * Reads a finished file.
     *
     * @throws Mp4Exception if it is truncated, damaged or of a kind that is not handled
     */
    public static Fragments scan(Path file) throws IOException {
        try (FragmentTail tail = FragmentTail.open(file)) {
            List<Fragment> fragments = tail.poll();
            if (!tail.atEnd()) {
                throw Mp4Exception.malformed(
                        "%s is truncated: byte %d begins a box that is not all there",
                        file.getFileName(), tail.position());
            }
            InitSegment init =
                    tail.init().orElseThrow(() -> Mp4Exception.malformed("%s has no moov box", file.getFileName()));
            return new Fragments(init, fragments);
        }
    }
}
