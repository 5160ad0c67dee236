package atelier.processors.plan;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Place;
import atelier.processors.catalog.Places;
import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.Plans;
import atelier.processors.index.Fingerprint;
import atelier.processors.index.Outline;
import atelier.processors.index.Outline.ChunkPlace;
import atelier.processors.index.Outline.SoundPlace;
import atelier.processors.whole.AskStep;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/** Lists the timelines of a plan before its source has been read, and has planned first what somebody asks for of them. */
public final class OutlineStep {
    private final Places places;
    private final Plans plans;
    private final PlanStep planStep;
    private final SoundStep soundStep;
    private final AskStep asking;
    private final Json json;
    private final TransactionOperations transactions;

    public OutlineStep(
            Places places,
            Plans plans,
            PlanStep planStep,
            SoundStep soundStep,
            AskStep asking,
            Json json,
            TransactionOperations transactions) {
        this.places = places;
        this.plans = plans;
        this.planStep = planStep;
        this.soundStep = soundStep;
        this.asking = asking;
        this.json = json;
        this.transactions = transactions;
    }

    /** Records where chunks and pieces will lie; of those that are planned already nothing. */
    void list(PlanInput input, Outline.Places known) {
        Map<String, Long> formats = plans.renditions(input.plan().id()).stream()
                .collect(Collectors.toMap(PlanRendition::formatType, PlanRendition::formatId));
        String salt = UUID.randomUUID().toString();
        List<Place> all = input.targets().stream()
                .flatMap(target -> {
                    Naming naming = new Naming(input.plan().id(), formats.get(target.name()), salt);
                    return target.rendition().isVideo()
                            ? known.chunks().stream().map(each -> place(naming, each))
                            : known.sounds().stream()
                                    .filter(each -> SoundStep.isOf(each.stream(), each.span(), target))
                                    .map(each -> place(naming, each));
                })
                .toList();
        transactions.executeWithoutResult(status -> {
            places.add(input.plan().id(), all);
            if (isWhole(input, known)) {
                plans.listed(input.plan().id());
            }
        });
    }

    /** Sound that is not made in pieces is listed when all is read. */
    private static boolean isWhole(PlanInput input, Outline.Places known) {
        return known.whole()
                && input.targets().stream()
                        .allMatch(target -> target.rendition().recipe().kind() != Kind.AUDIO
                                || known.sounds().stream()
                                        .anyMatch(each -> SoundStep.isOf(each.stream(), each.span(), target)));
    }

    /** @param salt no two places have the same name ever: what has it is kept by browsers for a year */
    private record Naming(long plan, long format, String salt) {
        String of(int number) {
            return new Fingerprint("place 1")
                    .add(salt)
                    .add(plan)
                    .add(format)
                    .add(number)
                    .hex();
        }
    }

    private Place place(Naming naming, ChunkPlace chunk) {
        return new Place(
                naming.plan(),
                naming.format(),
                chunk.number(),
                naming.of(chunk.number()),
                OptionalInt.empty(),
                chunk.span().startTicks(),
                Math.round(1000 * chunk.span().seconds()),
                json.write(chunk.span()));
    }

    private Place place(Naming naming, SoundPlace piece) {
        return new Place(
                naming.plan(),
                naming.format(),
                piece.number(),
                naming.of(piece.number()),
                OptionalInt.of(piece.stream()),
                piece.span().startTicks(),
                piece.span().durationMillis(),
                json.write(piece.span()));
    }

    /** What somebody waits for of a plan until it is read, what was asked for last first. */
    List<Places.Wish> asked(PlanInput input) {
        return places.asked(input.plan().id());
    }

    /** Whether something that somebody asked for of a plan is not made yet. */
    boolean isAwaited(PlanInput input) {
        return places.isAwaited(input.plan().id());
    }

    /** Plans what was read out of its order. */
    void plan(PlanInput input, Outline.Named found, Reasons reasons) {
        if (!found.chunks().isEmpty()) {
            planStep.planChunks(input, found.chunks(), reasons);
        }
        if (!found.sounds().isEmpty()) {
            soundStep.plan(input, found.sounds(), reasons);
        }
    }

    /** Has made first what somebody waits for, now that it is planned. */
    void ask(Places.Wish wish) {
        asking.ask(wish.place().name(), OptionalLong.of(wish.place().startTicks()), wish.segment());
    }

    /** Takes back what was listed, and planned out of its order: the film turned out to be cut in another way. */
    void retract(PlanInput input, Set<Integer> numbers, Set<Integer> pieces) {
        transactions.executeWithoutResult(
                status -> places.retract(input.plan().id(), input.inputId(), numbers, pieces));
    }
}
