package atelier.processors.plan;

import atelier.processors.index.FirstPart;
import atelier.processors.index.Index;
import atelier.processors.index.IndexListener;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import atelier.processors.index.Outliner;
import atelier.processors.probe.AudioStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Plans an input while it is being read: the first chunk and the first piece of its sound at once, since somebody may wait for them, then those of half
 * a second together. Each planning is a transaction; one for every chunk took most of a long film's reading. Sound without pieces is planned at the end.
 * Posters are planned when the first part is known.
 */
final class Reading implements IndexListener {
    private static final Duration TOGETHER = Duration.ofMillis(500);

    private final PlanInput plan;
    private final PlanStep planStep;
    private final SoundStep soundStep;
    private final Reasons reasons;
    private final Clock clock;
    private final Foresight foresight;
    private final Consumer<Outcome> follower;
    private final List<IndexedChunk> found = new ArrayList<>();
    private final List<IndexedSound> pieces = new ArrayList<>();
    private Instant next = Instant.MIN;
    private final List<IndexedChunk> first = new ArrayList<>();
    private boolean postersPlanned;
    private final OptionalInt main;
    private boolean shown;
    private boolean heard;

    Reading(
            PlanInput plan,
            PlanStep planStep,
            SoundStep soundStep,
            Reasons reasons,
            Clock clock,
            Foresight foresight,
            Consumer<Outcome> follower) {
        this.plan = plan;
        this.foresight = foresight;
        this.planStep = planStep;
        this.soundStep = soundStep;
        this.follower = follower;
        this.reasons = reasons;
        this.main = plan.targets().stream()
                .filter(target -> !target.isOtherTrack())
                .flatMap(target -> target.sound().stream())
                .mapToInt(AudioStream::index)
                .findFirst();
        this.heard = main.isEmpty();
        this.clock = clock;
    }

    /** What came of a chunk that was found. */
    enum Outcome {
        /** It is planned with those that follow. */
        KEPT,
        /** It is planned, with those that were kept before. */
        PLANNED,
        /** It is planned, and with it all that somebody waits for to see and hear the film's beginning. */
        AWAITED
    }

    @Override
    public void opened(Outliner outliner) {
        foresight.opened(outliner);
    }

    @Override
    public void giveWay() {
        foresight.giveWay();
    }

    @Override
    public void chunk(IndexedChunk chunk) {
        follower.accept(planned(chunk));
    }

    @Override
    public void sound(IndexedSound piece) {
        follower.accept(planned(piece));
    }

    private Outcome planned(IndexedChunk chunk) {
        found.add(chunk);
        if (clock.instant().isBefore(next)) {
            return Outcome.KEPT;
        }
        int reused = plan();
        planStep.wake();
        foresight.begin();
        boolean first = chunk.number() == 0 && reused == 0 && planStep.isAwaited(plan);
        shown |= first;
        return first && heard ? Outcome.AWAITED : Outcome.PLANNED;
    }

    private Outcome planned(IndexedSound piece) {
        pieces.add(piece);
        boolean first = !heard && main.equals(OptionalInt.of(piece.stream()));
        if (!first && clock.instant().isBefore(next)) {
            return Outcome.KEPT;
        }
        planPieces();
        planStep.wake();
        heard |= first;
        return first && shown ? Outcome.AWAITED : Outcome.KEPT;
    }

    private int plan() {
        int reused = planChunks();
        if (!postersPlanned) {
            first.addAll(found);
            planPosters(FirstPart.isWhole(first));
        }
        found.clear();
        planPieces();
        next = clock.instant().plus(TOGETHER);
        return reused;
    }

    private int planChunks() {
        synchronized (foresight) {
            foresight.check(found);
            return planStep.planChunks(plan, found, reasons);
        }
    }

    private void planPieces() {
        if (!pieces.isEmpty()) {
            synchronized (foresight) {
                foresight.checkSounds(pieces);
                soundStep.plan(plan, pieces, reasons);
            }
            pieces.clear();
        }
    }

    private void planPosters(boolean known) {
        if (known && !first.isEmpty()) {
            planStep.planPosters(plan, FirstPart.of(first), reasons);
            postersPlanned = true;
        }
    }

    void end(Index index) {
        if (!found.isEmpty()) {
            plan();
        }
        planPieces();
        synchronized (foresight) {
            foresight.checkEnd(index.chunks());
        }
        planPosters(!postersPlanned);
        soundStep.planWhole(plan, index, reasons);
        planStep.wake();
    }
}
