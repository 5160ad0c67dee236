package atelier.processors.publish;

import atelier.processors.catalog.MediaAddress;
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
import java.util.OptionalLong;

/**
 * What the stored segments of a video rendition say of themselves: the catalogue does not know where their key frames end.
 *
 * @param list in order; empty where one of them cannot be read, which the check of the edition then says
 */
record SegmentHeads(List<SegmentSummary> list) {
    SegmentHeads {
        list = List.copyOf(list);
    }

    /** Reads those of a rendition that is all there. */
    static SegmentHeads read(Store store, RenditionProgress rendition) {
        List<SegmentSummary> list = new ArrayList<>();
        try {
            InitSegment init = init(store, rendition.ready().get(0).fingerprint());
            for (ReadySegment ready : rendition.ready()) {
                Optional<SegmentSummary> summary = summary(store, ready.key(), init);
                if (summary.isEmpty()) {
                    return new SegmentHeads(List.of());
                }
                list.add(summary.get());
            }
            return new SegmentHeads(list);
        } catch (Mp4Exception e) {
            return new SegmentHeads(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(rendition.name() + " could not be read to be sealed.", e);
        }
    }

    private static InitSegment init(Store store, String fingerprint) throws IOException {
        String key = MediaAddress.init(fingerprint);
        if (store.size(key).isEmpty()) {
            return InitSegment.read(new byte[0]);
        }
        try (InputStream in = store.open(key, 0)) {
            return InitSegment.read(in.readAllBytes());
        }
    }

    private static Optional<SegmentSummary> summary(Store store, String key, InitSegment init) throws IOException {
        OptionalLong size = store.size(key);
        return size.isEmpty()
                ? Optional.empty()
                : Optional.of(SegmentSummary.read(offset -> store.open(key, offset), size.getAsLong(), init));
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
        return Bandwidth.measure(
                list.stream()
                        .map(each -> new Bandwidth.Sized(
                                each.firstSampleEnd(), each.fragment().durationTicks()))
                        .toList(),
                timescale,
                targetSeconds);
    }
}
