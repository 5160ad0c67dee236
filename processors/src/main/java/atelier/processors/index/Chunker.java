package atelier.processors.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Cuts coded frames, as they come, into chunks where {@link CutSearch} finds it best: the same pictures are cut at the same
 * places wherever they lie, and an inserted shot moves the later chunks without changing them.
 */
final class Chunker {
    /** How many frames after a random access point its leading pictures have certainly come: H.264's largest DPB. */
    private static final int REORDER_DEPTH = 16;

    private final CutRule rule;
    private final Ratio timeBase;
    private final ChunkBuilder builder;
    private final Consumer<CutChunk> chunks;
    private final List<CodedFrame> pending = new ArrayList<>();
    private Optional<CutSearch> search = Optional.empty();
    private Optional<Lead> lead = Optional.empty();
    private OptionalInt found = OptionalInt.empty();
    private int looked;
    private int number;

    Chunker(CutRule rule, Ratio timeBase, ChunkBuilder builder, Consumer<CutChunk> chunks) {
        this.rule = rule;
        this.timeBase = timeBase;
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
        cut(true);
        if (!pending.isEmpty()) {
            emit(pending.size());
        }
    }

    private void cut(boolean ended) {
        for (OptionalInt at = next(ended); at.isPresent(); at = next(ended)) {
            emit(at.getAsInt());
        }
    }

    private OptionalInt next(boolean ended) {
        if (pending.isEmpty()) {
            return OptionalInt.empty();
        }
        CutSearch current = search.orElseGet(this::begin);
        while (looked < pending.size() && found.isEmpty()) {
            found = current.look(looked, pending.get(looked));
            looked++;
        }
        if (found.isEmpty() && ended) {
            found = current.atEnd();
        }
        return found.isPresent() && complete(found.getAsInt(), ended) ? found : OptionalInt.empty();
    }

    private CutSearch begin() {
        CutSearch begun =
                new CutSearch(rule, timeBase, number == 0, pending.get(0).pts(), lead);
        search = Optional.of(begun);
        looked = 0;
        return begun;
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
        builder.build(number, coded, cut, lead).ifPresent(chunk -> {
            chunks.accept(chunk);
            number++;
        });
        List<CodedFrame> done = pending.subList(0, cut);
        if (cut < pending.size()) {
            lead = Lead.of(lead, done, pending.get(cut));
        }
        done.clear();
        search = Optional.empty();
        found = OptionalInt.empty();
    }
}
