package atelier.processors.plan;

import atelier.processors.catalog.PlanRendition;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says why an output is needed, by what the plan before had. Pure.
 *
 * @param before the plan before, by rendition; empty where there was none
 * @param recipes the recipes' fields in the plan before, by rendition
 * @param now the recipes' fields now, by rendition
 * @param chunks fingerprints of the chunks that the plan before was made of, by input
 */
record Reasons(
        Map<String, PlanRendition> before,
        Map<String, Map<String, Object>> recipes,
        Map<String, Map<String, Object>> now,
        Map<Long, Set<String>> chunks) {

    /** Those of an artwork's first plan. */
    static Reasons first() {
        return new Reasons(Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** @param chunk none for what is made whole */
    String of(Target target, Optional<IndexedChunk> chunk) {
        Optional<PlanRendition> rendition = Optional.ofNullable(before.get(target.name()));
        String place = target.name()
                + chunk.filter(each -> target.rendition().isVideo())
                        .map(each -> " chunk " + each.number())
                        .orElse("");
        return rendition
                .map(was -> descent(target, was)
                        .or(() -> recipe(target.name()))
                        .orElseGet(() -> place + ": " + content(was, chunk)))
                .orElse(place + ": not made before");
    }

    /** Why a piece of sound is needed. */
    String ofSound(Target target, IndexedSound piece) {
        String place = target.name() + " piece " + piece.number();
        return Optional.ofNullable(before.get(target.name()))
                .map(was -> descent(target, was)
                        .or(() -> recipe(target.name()))
                        .orElse(place + ": the sound changed there, or its output is missing in the store"))
                .orElse(place + ": not made before");
    }

    private static Optional<String> descent(Target target, PlanRendition was) {
        String from = target.from().type();
        if (from.equals(was.inputType())) {
            return Optional.empty();
        }
        if (target.isOverride()) {
            return Optional.of(target.name() + ": delivered as an override");
        }
        return Optional.of(
                from.equals(VideoFormat.SOURCE)
                        ? target.name() + ": the override of " + was.inputType() + " was removed"
                        : target.name() + ": below an override of " + from);
    }

    private Optional<String> recipe(String name) {
        Map<String, Object> old = recipes.getOrDefault(name, Map.of());
        List<String> changed = now.getOrDefault(name, Map.of()).entrySet().stream()
                .filter(field -> old.containsKey(field.getKey()))
                .filter(field -> !Objects.equals(old.get(field.getKey()), field.getValue()))
                .map(field -> field.getKey() + " " + old.get(field.getKey()) + " → " + field.getValue())
                .sorted()
                .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(name + ": recipe changed: " + changed.stream().collect(Collectors.joining(", ")));
    }

    private String content(PlanRendition was, Optional<IndexedChunk> chunk) {
        Set<String> known = chunks.getOrDefault(was.inputId(), Set.of());
        boolean same = chunk.filter(each -> known.contains(each.fingerprint())).isPresent();
        if (chunk.isEmpty()) {
            return "the sound changed, or its output is missing in the store";
        }
        return same ? "missing in the store" : "source chunk changed";
    }
}
