package atelier.processors.quality;

import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.MediaInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A film of which samples are taken.
 *
 * @param file where it is
 * @param media what the probe found in it
 * @param size of the rendition's pictures
 * @param below size of the next lower rendition's pictures, if one is that may stand for this
 * @param chunks all of it, at least one
 * @param names of a chunk what names the output that the recipe makes of it
 */
public record Film(
        Path file,
        MediaInfo media,
        FrameSize size,
        Optional<FrameSize> below,
        List<IndexedChunk> chunks,
        Function<IndexedChunk, String> names) {
    private static final int SAMPLES = 3;

    public Film {
        chunks = List.copyOf(chunks);
    }

    /** The chunks that are sampled: in the middle of each third, so neither titles nor credits alone. */
    List<IndexedChunk> sampled() {
        return IntStream.range(0, SAMPLES)
                .map(third -> (2 * third + 1) * chunks.size() / (2 * SAMPLES))
                .distinct()
                .mapToObj(chunks::get)
                .toList();
    }
}
