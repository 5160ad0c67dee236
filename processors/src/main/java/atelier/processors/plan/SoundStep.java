package atelier.processors.plan;

import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Output;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Sounds;
import atelier.processors.index.Index;
import atelier.processors.index.IndexedSound;
import atelier.processors.index.SoundSpan;
import atelier.processors.probe.AudioStream;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/** Plans sounds: in pieces where the index has any, else whole. */
public final class SoundStep {
    private final Planner planner;
    private final Sounds sounds;
    private final Outputs outputs;
    private final Artworks artworks;
    private final PlanStep step;
    private final TransactionOperations transactions;

    public SoundStep(
            Planner planner,
            Sounds sounds,
            Outputs outputs,
            Artworks artworks,
            PlanStep step,
            TransactionOperations transactions) {
        this.planner = planner;
        this.sounds = sounds;
        this.outputs = outputs;
        this.artworks = artworks;
        this.step = step;
        this.transactions = transactions;
    }

    /** Plans pieces of sounds. */
    void plan(PlanInput input, List<IndexedSound> pieces, Reasons reasons) {
        List<PlannedOutput> needed = pieces.stream()
                .flatMap(piece -> sounds(input)
                        .filter(target -> isOf(piece, target))
                        .map(target -> planner.sound(target, piece, reasons)))
                .toList();
        transactions.executeWithoutResult(status -> {
            // First: it locks the artwork.
            artworks.wantPublishing(input.artworkId());
            pieces.forEach(piece -> sounds.add(input.inputId(), piece));
            step.record(input, needed);
        });
    }

    /**
     * Plans the sounds that have no pieces: they are encoded whole, and named by all that they consist of.
     *
     * @param index of the input, which was read to its end
     */
    void planWhole(PlanInput input, Index index, Reasons reasons) {
        transactions.executeWithoutResult(status -> {
            artworks.wantPublishing(input.artworkId());
            step.record(
                    input,
                    sounds(input)
                            .filter(target -> pieces(target).isEmpty())
                            .map(target -> whole(target, index, reasons))
                            .toList());
        });
    }

    /** The output of a sound that is encoded whole; where it was made before its content was known, that one. */
    PlannedOutput whole(Target target, Index index, Reasons reasons) {
        String content =
                target.sound().map(AudioStream::index).map(index.streams()::get).orElse("");
        String name = OutputFingerprints.ofStream(content, index.durationMillis(), target);
        String fingerprint = outputs.findByAlias(name).map(Output::fingerprint).orElse(name);
        return planner.sound(target, fingerprint, index.durationMillis(), reasons);
    }

    /** The pieces that a sound is made in; none where it is made whole, as what was read before there were any. */
    List<IndexedSound> pieces(Target target) {
        return target.sound().stream()
                .flatMap(sound -> sounds.of(target.from().input().id(), sound.index()).stream())
                .filter(piece -> isOf(piece, target))
                .toList();
    }

    /** Pieces are cut for one rate of samples. */
    private static boolean isOf(IndexedSound piece, Target target) {
        return isOf(piece.stream(), piece.span(), target);
    }

    /** Whether a piece is of the sound that a rendition is made of. */
    static boolean isOf(int stream, SoundSpan span, Target target) {
        return target.sound().filter(sound -> sound.index() == stream).isPresent()
                && target.rendition().recipe().sampleRate() == span.rate();
    }

    private static Stream<Target> sounds(PlanInput input) {
        return input.targets().stream().filter(target -> target.sound().isPresent());
    }
}
