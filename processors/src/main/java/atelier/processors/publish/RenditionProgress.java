package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.StreamInfo;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.spherical.Sphere;
import atelier.processors.tracks.TrackLabel;
import java.util.List;
import java.util.Optional;

/**
 * How far a rendition is, as its edition sees it.
 *
 * @param format its row
 * @param kind what it is
 * @param ready the segments that are made without a gap from the beginning, in order
 * @param complete whether those are all
 * @param error why it cannot be completed, if it cannot
 * @param info what its init segment says, once there is one
 * @param text the subtitles that it is, once they are made
 * @param sphere what its pictures are said to be
 * @param flatView whether they are a flat view of what others of the plan let people look around in
 * @param label what it is called beside others of its kind; none for pictures
 */
record RenditionProgress(
        VideoFormat format,
        Kind kind,
        List<ReadySegment> ready,
        boolean complete,
        Optional<String> error,
        Optional<StreamInfo> info,
        Optional<Text> text,
        Sphere sphere,
        boolean flatView,
        Optional<TrackLabel> label) {
    /**
     * Subtitles, which are one file.
     *
     * @param fingerprint of the output
     * @param durationMillis of the film
     */
    record Text(String fingerprint, long durationMillis) {}

    RenditionProgress {
        ready = List.copyOf(ready);
    }

    String name() {
        return format.formatType();
    }

    /** Whether players choose from it and others of its kind. */
    boolean isVariant() {
        return kind == Kind.VIDEO && !flatView;
    }

    /** Presented time of the segments that are ready, in seconds. */
    double readySeconds() {
        return ready.isEmpty()
                ? 0
                : ready.stream().mapToLong(ReadySegment::durationTicks).sum()
                        / (double) info.orElseThrow().timescale();
    }

    /** Whether it consists of segments. */
    boolean isTimed() {
        return kind == Kind.VIDEO || kind == Kind.AUDIO;
    }

    /** Whether it cannot be completed. */
    boolean failed() {
        return error.isPresent();
    }

    /** Whether nothing more will come. */
    boolean settled() {
        return complete || failed();
    }
}
