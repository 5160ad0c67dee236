package atelier.processors.publish;

import atelier.processors.catalog.MediaAddress;
import atelier.processors.conformance.SegmentMemory;
import atelier.processors.hls.Bandwidth;
import atelier.processors.mp4.InitSegment;
import atelier.processors.mp4.Mp4Exception;
import atelier.processors.mp4.SegmentSummary;
import atelier.processors.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the stored segments of a video rendition say of themselves: the catalogue does not know where their key frames end.
 *
 * @param list in order; empty where one of them cannot be read, which the check of the edition then says
 */
record SegmentHeads(List<SegmentSummary> list) {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentHeads.class);

    SegmentHeads {
        list = List.copyOf(list);
    }

    /** Reads those of a rendition that is all there. */
    static SegmentHeads read(Store store, SegmentMemory segments, RenditionProgress rendition) {
        List<SegmentSummary> list = new ArrayList<>();
        try {
            Optional<InitSegment> init = init(store, rendition);
            if (init.isPresent()) {
                for (ReadySegment ready : rendition.ready()) {
                    segments.read(ready.key(), init.get()).ifPresent(list::add);
                }
            }
        } catch (Mp4Exception e) {
            return new SegmentHeads(List.of());
        }
        return new SegmentHeads(list.size() < rendition.ready().size() ? List.of() : list);
    }

    /** Reads those of a rendition into the memory, several at a time. */
    static void readAhead(Store store, SegmentMemory segments, RenditionProgress rendition) {
        try {
            init(store, rendition)
                    .ifPresent(init -> segments.readAhead(
                            rendition.ready().stream().map(ReadySegment::key).toList(), init));
        } catch (Mp4Exception e) {
            // It is read again to be sealed, and found then.
            LOG.debug("{} could not be read ahead.", rendition.name(), e);
        }
    }

    private static Optional<InitSegment> init(Store store, RenditionProgress rendition) {
        String key = MediaAddress.init(rendition.ready().get(0).fingerprint());
        if (store.size(key).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = store.open(key, 0)) {
            return Optional.of(InitSegment.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(rendition.name() + " could not be read to be sealed.", e);
        }
    }

    boolean isReadable() {
        return !list.isEmpty();
    }

    /** Frames a second; the highest of any segment where it varies. */
    double frameRate(long timescale) {
        return list.stream()
                .map(SegmentSummary::fragment)
                .mapToDouble(fragment -> fragment.sampleCount() * (double) timescale / fragment.durationTicks())
                .max()
                .orElseThrow();
    }

    /** Bytes from the beginning of a segment to the end of its first key frame. */
    long keyFrameEnd(int segment) {
        return list.get(segment).firstSampleEnd();
    }

    /** Bit rates of the key frames alone. */
    Bandwidth ofKeyFrames(long timescale, int targetSeconds) {
        return Bandwidth.asTold(
                list.stream()
                        .map(each -> new Bandwidth.Sized(
                                each.firstSampleEnd(), each.fragment().durationTicks()))
                        .toList(),
                timescale,
                targetSeconds);
    }
}
