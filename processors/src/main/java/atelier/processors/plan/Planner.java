package atelier.processors.plan;

import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides which outputs renditions need. Pure: what is there already is asked by who calls. */
public final class Planner {
    /** Sound that does not last longer is made whole, whatever it is: it has two pieces at most. */
    static final long SHORT_MILLIS = 12_000;

    /**
     * The outputs that a chunk of an input makes necessary.
     *
     * @param targets the renditions that are made of the input
     */
    List<PlannedOutput> plan(List<Target> targets, IndexedChunk chunk, Reasons reasons) {
        return targets.stream()
                .filter(target -> target.rendition().isVideo())
                .map(target -> planned(target, chunk, reasons))
                .toList();
    }

    /** The output of a sound that is made whole. */
    PlannedOutput sound(Target target, String fingerprint, long durationMillis, Reasons reasons) {
        String reason = reasons.of(target, Optional.empty());
        return new PlannedOutput(
                target,
                OptionalInt.empty(),
                0,
                fingerprint,
                0,
                1,
                durationMillis,
                durationMillis > SHORT_MILLIS ? reason + ", in one piece: its packets were not counted" : reason);
    }

    /** The output of a piece of a sound. */
    PlannedOutput sound(Target target, IndexedSound piece, Reasons reasons) {
        return new PlannedOutput(
                target,
                OptionalInt.of(piece.stream()),
                piece.number(),
                OutputFingerprints.ofSound(piece, target),
                piece.span().startTicks(),
                piece.span().segments().size(),
                piece.span().durationMillis(),
                reasons.ofSound(target, piece));
    }

    /**
     * The output of a poster.
     *
     * @param first the chunks of the first part of what it is made of; at least one
     */
    PlannedOutput poster(Target target, List<IndexedChunk> first, Reasons reasons) {
        String fingerprint = OutputFingerprints.ofFirstPart(first, target);
        return new PlannedOutput(
                target,
                OptionalInt.empty(),
                0,
                fingerprint,
                0,
                1,
                0,
                reasons.of(target, first.stream().findFirst()));
    }

    /** The output of subtitles, which are made whole of a file that was read to its end. */
    PlannedOutput text(Target target, long durationMillis, Reasons reasons) {
        String fingerprint = OutputFingerprints.ofText(target);
        return new PlannedOutput(
                target,
                OptionalInt.empty(),
                0,
                fingerprint,
                0,
                1,
                durationMillis,
                reasons.of(target, Optional.empty()));
    }

    /** The output of a picture that was delivered as a poster. */
    PlannedOutput picture(Target target, Reasons reasons) {
        String fingerprint = OutputFingerprints.ofPicture(target);
        return new PlannedOutput(
                target, OptionalInt.empty(), 0, fingerprint, 0, 1, 0, reasons.of(target, Optional.empty()));
    }

    private static PlannedOutput planned(Target target, IndexedChunk chunk, Reasons reasons) {
        boolean copied = target.copied().isPresent();
        return new PlannedOutput(
                target,
                OptionalInt.empty(),
                chunk.number(),
                copied ? OutputFingerprints.ofCopy(chunk, target) : OutputFingerprints.ofChunk(chunk, target),
                chunk.span().startTicks(),
                segments(target, chunk).size(),
                Math.round(1000 * chunk.span().seconds()),
                copied
                        ? target.name() + " chunk " + chunk.number() + ": cut out of the delivered file as it is"
                        : reasons.of(target, Optional.of(chunk)));
    }

    private static List<Long> segments(Target target, IndexedChunk chunk) {
        return target.copied().isPresent()
                ? chunk.span().copy().segmentStarts()
                : chunk.span().segmentStarts();
    }
}
