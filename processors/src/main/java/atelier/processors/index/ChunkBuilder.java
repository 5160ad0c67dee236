package atelier.processors.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Makes a chunk of its coded frames: its times on the timeline, its segments and its fingerprint. */
final class ChunkBuilder {
    private final CutRule rule;
    private final Ratio timeBase;
    private final List<Ratio> declaredRates;
    private final boolean telecined;
    private final String codecConfiguration;
    private Timeline timeline;
    private int every = 1;
    private long zeroTicks;
    private long nextTicks;

    /** @param codecConfiguration SHA-256 of what a decoder is told beside the packets; empty where it is in them */
    ChunkBuilder(CutRule rule, VideoTrack track, String codecConfiguration) {
        this.rule = rule;
        this.timeBase = track.timeBase();
        this.declaredRates = track.declaredRates();
        this.telecined = track.telecined();
        this.codecConfiguration = codecConfiguration;
    }

    /**
     * @param number the chunk's number
     * @param coded its coded frames in decode order, and some after the cut, among which its last pictures may be
     * @param cut index of the frame that ends it, or the size of {@code coded} at the input's end
     * @param lead what is decoded before it, where it begins inside a GOP
     * @return nothing where it has no picture that is shown
     */
    Optional<CutChunk> build(int number, List<CodedFrame> coded, int cut, Optional<Lead> lead) {
        long from = coded.get(0).pts();
        long until = cut < coded.size() ? coded.get(cut).pts() : Long.MAX_VALUE;
        Predicate<CodedFrame> belongs = frame -> frame.shown() && frame.pts() >= from && frame.pts() < until;
        List<CodedFrame> own = coded.stream().filter(belongs).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        long[] all = own.stream().mapToLong(CodedFrame::pts).sorted().toArray();
        if (timeline == null) {
            start(all);
        }
        long[] shown = IntStream.range(0, all.length)
                .filter(i -> i % every == 0)
                .mapToLong(i -> all[i])
                .toArray();
        long end = cut < coded.size() ? until : shown[shown.length - 1] + lastDuration(shown);
        boolean openEnd = coded.stream().skip(cut + 1L).anyMatch(belongs);
        boolean whole = own.size() == Math.min(cut, coded.size());
        boolean closed = whole && every == 1 && !telecined && !openEnd && lead.isEmpty();
        ChunkSpan span = span(lead.map(Lead::seekPts).orElse(from), shown, end, closed ? own : List.of());
        nextTicks = span.startTicks() + span.durationTicks();
        Coded content = new Coded(List.copyOf(coded), cut, lead, own, openEnd, belongs);
        return Optional.of(new CutChunk(number, span, () -> name(content, span, shown)));
    }

    /**
     * What a chunk consists of.
     *
     * @param coded its coded frames in decode order, and some after the cut
     * @param cut index of the frame that ends it
     * @param lead what is decoded before it
     * @param own those that it shows
     * @param openEnd whether some of these are decoded after the cut
     * @param belongs whether it shows a frame
     */
    private record Coded(
            List<CodedFrame> coded,
            int cut,
            Optional<Lead> lead,
            List<CodedFrame> own,
            boolean openEnd,
            Predicate<CodedFrame> belongs) {}

    private String name(Coded content, ChunkSpan span, long[] shown) {
        Fingerprint fingerprint = new Fingerprint("chunk 2").add(codecConfiguration);
        List<CodedFrame> coded = content.coded();
        int cut = content.cut();
        boolean wholeGops = content.lead().isEmpty()
                && (cut == coded.size() || coded.get(cut).key());
        if (wholeGops && coded.stream().limit(cut).allMatch(CodedFrame::shown)) {
            content.own().forEach(frame -> fingerprint.add(frame.hash()));
            // Pictures decoded after the cut refer to the picture at the cut: it is part of what determines them.
            coded.stream()
                    .skip(cut)
                    .limit(content.openEnd() ? 1 : 0)
                    .forEach(frame -> fingerprint.add("open").add(frame.hash()));
        } else {
            addDecoded(fingerprint, content.lead(), coded, content.belongs());
        }
        addCadence(fingerprint, span, shown);
        return fingerprint.hex();
    }

    /** A picture inside a GOP may refer to all that is decoded before it: that is what determines the chunk, up to its last. */
    private static void addDecoded(
            Fingerprint fingerprint, Optional<Lead> lead, List<CodedFrame> coded, Predicate<CodedFrame> belongs) {
        int last = coded.size() - 1;
        while (!belongs.test(coded.get(last))) {
            last--;
        }
        fingerprint.add("decoded").add(lead.map(Lead::packets).orElse(""));
        coded.subList(0, last + 1)
                .forEach(frame -> fingerprint.add(frame.hash()).add(belongs.test(frame) ? "shown" : "hidden"));
    }

    private void start(long[] shown) {
        Timeline found = Timeline.of(timeBase, shown, declaredRates);
        every = found.every(shown);
        timeline = telecined && found.frameTicks() > 0 ? Pulldown.finer(found) : found.slower(every);
        zeroTicks = timeline.ticks(shown[0]);
    }

    private long lastDuration(long[] shown) {
        if (timeline.frameTicks() > 0) {
            return Math.max(1, Math.round(timeline.frameTicks() / (timeline.timescale() * timeBase.value())));
        }
        return shown.length > 1
                ? Math.max(1, (shown[shown.length - 1] - shown[0]) / (shown.length - 1))
                : Math.max(1, Math.round(0.04 / timeBase.value()));
    }

    /** @param closed the coded frames, where they are all that the chunk shows, and it shows all of them */
    private ChunkSpan span(long seek, long[] shown, long end, List<CodedFrame> closed) {
        long realEnd = timeline.ticks(end) - zeroTicks;
        long even = nextTicks + shown.length * timeline.frameTicks();
        boolean constant = timeline.isConstant(shown, 0, shown.length)
                && Math.abs(even - realEnd) * 2 <= Math.max(timeline.frameTicks(), 2);
        long[] frames = constant ? even(shown.length) : varying(shown);
        long frameTicks = constant && frames.length * nominalTicks() == even - nextTicks ? nominalTicks() : 0;
        long duration = constant ? even - nextTicks : Math.max(realEnd - nextTicks, frames[shown.length - 1] + 1);
        SegmentPlan plan = SegmentPlan.of(frames, duration, ticks(rule.segment()), ticks(rule.keyFrames()));
        return new ChunkSpan(
                seek,
                shown[0],
                end,
                frames.length,
                timeline.timescale(),
                nextTicks,
                duration,
                frameTicks,
                nominalTicks(),
                plan.keyFrames(),
                plan.segmentStarts(),
                constant && !closed.isEmpty() ? CopyCuts.of(closed, frameTicks, ticks(rule.segment())) : CopyCuts.NONE,
                every,
                constant && isFilm());
    }

    /** When so many pictures at the constant rate are shown, or those of the film that was spread over them. */
    private long[] even(int pictures) {
        return isFilm()
                ? Pulldown.times(pictures, timeline.frameTicks())
                : LongStream.range(0, pictures)
                        .map(i -> i * timeline.frameTicks())
                        .toArray();
    }

    private boolean isFilm() {
        return telecined && timeline.frameTicks() > 0;
    }

    private long nominalTicks() {
        return isFilm() ? Pulldown.filmTicks(timeline.frameTicks()) : timeline.frameTicks();
    }

    /** Frames that the input shows at one time are shown one tick after the other: none is lost, and times differ. */
    private long[] varying(long[] shown) {
        long[] frames = new long[shown.length];
        for (int i = 1; i < shown.length; i++) {
            frames[i] = Math.max(timeline.ticks(shown[i]) - timeline.ticks(shown[0]), frames[i - 1] + 1);
        }
        return frames;
    }

    private long ticks(double seconds) {
        return Math.round(seconds * timeline.timescale());
    }

    private void addCadence(Fingerprint fingerprint, ChunkSpan span, long[] shown) {
        fingerprint.add(span.timescale()).add(span.frameTicks()).add(span.nominalTicks());
        fingerprint.add(span.durationTicks());
        if (span.telecined()) {
            fingerprint.add("telecined");
        } else if (span.frameTicks() == 0) {
            Arrays.stream(varying(shown)).forEach(fingerprint::add);
        }
    }
}
