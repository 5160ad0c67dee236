package atelier.processors.whole;

import atelier.config.Recipe;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Segment;
import atelier.processors.catalog.TimelineChunk;
import atelier.processors.hls.End;
import atelier.processors.hls.MediaPlaylist;
import atelier.processors.hls.WholePlaylist;
import atelier.processors.index.ChunkSpan;
import atelier.processors.index.SoundSpan;
import atelier.processors.mp4.SoundCuts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the segments of outputs, made or not: of pictures by the index, of sound by how it is cut. */
final class WholeTimeline {
    private final Outputs outputs;
    private final Duration segment;

    /** @param segment longest one */
    WholeTimeline(Outputs outputs, Duration segment) {
        this.outputs = outputs;
        this.segment = segment;
    }

    /**
     * The playlist of a rendition.
     *
     * @param root what leads from the playlist to the root
     * @param end whether all of its outputs are known
     */
    WholePlaylist of(List<TimelineChunk> chunks, Recipe recipe, String root, End end) {
        long timescale = chunks.stream()
                .flatMap(chunk -> chunk.span().stream())
                .mapToLong(ChunkSpan::timescale)
                .findFirst()
                .orElse(recipe.sampleRate());
        // All describe the same track: of what is made already, players need not wait for it (hls.js 1.7 asks again and
        // again).
        Optional<String> there = chunks.stream()
                .filter(TimelineChunk::made)
                .map(TimelineChunk::fingerprint)
                .findFirst();
        List<WholePlaylist.Output> listed = new ArrayList<>();
        for (TimelineChunk chunk : chunks) {
            String init = root + MediaAddress.init(there.orElse(chunk.fingerprint()));
            listed.add(output(chunk, durations(chunk, recipe), root, init));
        }
        int target = (int) Math.ceil(segment.toMillis() / 1000.0);
        return new WholePlaylist(target, timescale, listed, end);
    }

    private static WholePlaylist.Output output(TimelineChunk chunk, List<Long> durations, String root, String init) {
        String folder = root + MediaAddress.ofPlacement(chunk.fingerprint(), chunk.startTicks()) + "/";
        List<MediaPlaylist.Segment> segments = new ArrayList<>();
        long at = chunk.startTicks();
        for (int number = 0; number < durations.size(); number++) {
            String uri = folder + MediaAddress.segment(number);
            segments.add(new MediaPlaylist.Segment(uri, at, durations.get(number)));
            at += durations.get(number);
        }
        return new WholePlaylist.Output(init, segments);
    }

    private List<Long> durations(TimelineChunk chunk, Recipe recipe) {
        return chunk.span()
                .map(span -> ofPictures(span, chunk))
                .or(() -> chunk.sound().map(SoundSpan::segments))
                .orElseGet(() -> ofSound(chunk, recipe));
    }

    private static List<Long> ofPictures(ChunkSpan span, TimelineChunk chunk) {
        List<Long> starts = chunk.copied().isPresent() ? span.copy().segmentStarts() : span.segmentStarts();
        List<Long> durations = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            long end = i + 1 < starts.size() ? starts.get(i + 1) : span.durationTicks();
            durations.add(end - starts.get(i));
        }
        return durations;
    }

    /** Sound that is made whole; that of which nobody knows how long it is, is listed as far as it is made. */
    private List<Long> ofSound(TimelineChunk chunk, Recipe recipe) {
        if (chunk.made() || chunk.durationMillis() == 0) {
            return outputs.segments(chunk.fingerprint()).stream()
                    .map(Segment::durationTicks)
                    .toList();
        }
        return new SoundCuts(recipe.sampleRate(), segment).of(chunk.durationMillis() * recipe.sampleRate() / 1000);
    }
}
