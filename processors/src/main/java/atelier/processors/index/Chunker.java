package atelier.processors.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Cuts coded frames, as they come, into chunks at random access points. Among the points between the shortest and the
 * longest length it takes the one whose coded data has the smallest hash: so the same pictures are cut at the same
 * places wherever they lie, and an inserted shot moves the later chunks without changing them.
 */
final class Chunker {
    /** How many frames after a random access point its leading pictures have certainly come: H.264's largest DPB. */
    private static final int REORDER_DEPTH = 16;

    private final CutRule rule;
    private final double secondsPerUnit;
    private final ChunkBuilder builder;
    private final Consumer<IndexedChunk> chunks;
    private final List<CodedFrame> pending = new ArrayList<>();
    private int number;

    Chunker(CutRule rule, Ratio timeBase, ChunkBuilder builder, Consumer<IndexedChunk> chunks) {
        this.rule = rule;
        this.secondsPerUnit = timeBase.value();
        this.builder = builder;
        this.chunks = chunks;
    }

    /** Takes the next frame in decode order. Frames before the first random access point cannot be decoded. */
    void accept(CodedFrame frame) {
        if (pending.isEmpty() && !frame.key()) {
            return;
        }
        pending.add(frame);
        cut(false);
    }

    /** Cuts what is left. */
    void finish() {
        while (cut(true)) {
            // Each cut may leave enough for another one.
        }
        if (!pending.isEmpty()) {
            emit(pending.size());
        }
    }

    private boolean cut(boolean ended) {
        OptionalInt at = nextCut(ended);
        at.ifPresent(this::emit);
        return at.isPresent();
    }

    private OptionalInt nextCut(boolean ended) {
        if (pending.isEmpty()) {
            return OptionalInt.empty();
        }
        long start = pending.get(0).pts();
        double min = number == 0 ? rule.firstMin() : rule.min();
        double max = number == 0 ? rule.firstMax() : rule.max();
        int best = -1;
        for (int i = 1; i < pending.size(); i++) {
            CodedFrame frame = pending.get(i);
            double length = (frame.pts() - start) * secondsPerUnit;
            if (!frame.key() || length < min) {
                continue;
            }
            if (length > max) {
                int cut = best < 0 ? i : best;
                return complete(cut, ended) ? OptionalInt.of(cut) : OptionalInt.empty();
            }
            if (best < 0
                    || Arrays.compareUnsigned(frame.hash(), pending.get(best).hash()) < 0) {
                best = i;
            }
        }
        return ended && best > 0 && remaining(best) >= min ? OptionalInt.of(best) : OptionalInt.empty();
    }

    private double remaining(int from) {
        return (pending.get(pending.size() - 1).pts() - pending.get(from).pts()) * secondsPerUnit;
    }

    /** Whether the pictures that are presented before the cut's but decoded after it have all come. */
    private boolean complete(int cut, boolean ended) {
        CodedFrame last = pending.get(pending.size() - 1);
        return ended
                || pending.size() - cut > REORDER_DEPTH
                || (pending.size() - 1 > cut && last.dts() >= pending.get(cut).pts());
    }

    private void emit(int cut) {
        List<CodedFrame> coded = pending.subList(0, Math.min(pending.size(), cut + REORDER_DEPTH + 1));
        builder.build(number, coded, cut).ifPresent(chunk -> {
            chunks.accept(chunk);
            number++;
        });
        pending.subList(0, cut).clear();
    }
}
