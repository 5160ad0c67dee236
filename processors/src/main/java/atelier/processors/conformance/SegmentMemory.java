package atelier.processors.conformance;

import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.Mp4Exception;
import atelier.processors.mp4.SegmentSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What segments say of themselves, each read once. In a bucket every look takes a while, so they can be read ahead, several
 * at a time. For one edition: a segment that is mended later has the same key.
 */
public final class SegmentMemory {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentMemory.class);

    private static final int AT_A_TIME = 8;

    private final PublishedFiles files;
    private final Map<Known, SegmentSummary> known = new ConcurrentHashMap<>();

    private record Known(String key, String init) {}

    /** @param files where the segments lie */
    public SegmentMemory(PublishedFiles files) {
        this.files = files;
    }

    /**
     * What a segment says.
     *
     * @param init that it follows
     * @return none where there is no segment, or an empty one
     * @throws Mp4Exception if it is damaged, or of another track
     */
    public Optional<SegmentSummary> read(String key, InitSegment init) {
        return read(new Known(key, init.sha256()), init);
    }

    private Optional<SegmentSummary> read(Known segment, InitSegment init) {
        Optional<SegmentSummary> before = Optional.ofNullable(known.get(segment));
        OptionalLong size = before.isPresent() ? OptionalLong.empty() : files.size(segment.key());
        if (size.orElse(0) == 0) {
            return before;
        }
        try {
            SegmentSummary read =
                    SegmentSummary.read(offset -> files.open(segment.key(), offset), size.getAsLong(), init);
            known.put(segment, read);
            return Optional.of(read);
        } catch (IOException e) {
            throw new UncheckedIOException(segment.key() + " could not be read.", e);
        }
    }

    /** Reads segments of a rendition. Of those that are missing or damaged nothing is kept. */
    public void readAhead(Collection<String> keys, InitSegment init) {
        String name = init.sha256();
        ExecutorService readers = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<?>> reading = new ArrayList<>();
            keys.forEach(key -> reading.add(readers.submit(() -> readIfWhole(new Known(key, name), init))));
            for (Future<?> each : reading) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new UncheckedIOException("Segments could not be read.", new IOException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The reading of segments was stopped.");
        } finally {
            readers.shutdownNow();
        }
    }

    private void readIfWhole(Known segment, InitSegment init) {
        try {
            read(segment, init);
        } catch (Mp4Exception e) {
            LOG.debug("{} is damaged; whoever reads it next is told.", segment.key(), e);
        }
    }
}
