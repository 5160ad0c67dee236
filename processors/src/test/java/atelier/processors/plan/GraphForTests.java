package atelier.processors.plan;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import atelier.processors.catalog.VideoFormat;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.Ladder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole rendition graph with a store. What is delivered is written {@code source:a 4K:b/x +SD}: a source that shows a, an
 * override that shows b, but x in its second chunk, and another recipe of SD.
 */
final class GraphForTests {
    static final Map<String, Recipe> RECIPES = Map.of(
            "4K", video("source", Policy.DELIVERED, 3840, 2160),
            "3K", video("4K", Policy.DELIVERED, 2560, 1440),
            "HD", video("3K", Policy.EAGER, 1920, 1080),
            "SD", video("HD", Policy.EAGER, 722, 406),
            "TN", OutputFingerprintsTest.poster(),
            "AUDIO", OutputFingerprintsTest.audio(128));
    private static final int CHUNKS = 3;
    private static final int CHANGED_CHUNK = 1;

    private final Set<String> store = new HashSet<>();

    /** Makes all that is needed. */
    void make(String delivery) {
        outputs(delivery).forEach(each -> store.add(each.fingerprint()));
    }

    /** The renditions of which something is missing. */
    Set<String> needed(String delivery) {
        return missing(delivery).map(each -> each.target().name()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is missing: rendition and number of the chunk. */
    Set<String> neededOf(String delivery) {
        return missing(delivery)
                .map(each -> each.target().name() + " " + each.number())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The renditions, and what each is made of. */
    Set<String> made(String delivery) {
        return targets(delivery).stream()
                .map(each -> each.name() + " of " + each.from().type())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<PlannedOutput> missing(String delivery) {
        return outputs(delivery).stream().filter(each -> !store.contains(each.fingerprint()));
    }

    private static List<Target> targets(String delivery) {
        Map<String, Recipe> recipes = new TreeMap<>(RECIPES);
        List<Delivered> delivered = new ArrayList<>();
        for (String word : delivery.split(" ")) {
            if (word.startsWith("+")) {
                recipes.computeIfPresent(word.substring(1), (name, recipe) -> raised(recipe));
            } else {
                String type = word.substring(0, word.indexOf(':')).replace("source", VideoFormat.SOURCE);
                delivered.add(DeliveredFilms.film(type, 20 + delivered.size(), 3840, 2160, 0));
            }
        }
        return new Targets(new Ladder(recipes)).of(delivered);
    }

    private static List<PlannedOutput> outputs(String delivery) {
        Planner planner = new Planner();
        List<PlannedOutput> outputs = new ArrayList<>();
        List<Target> targets = targets(delivery);
        for (String word : delivery.split(" ")) {
            String type = word.replaceFirst(":.*", "").replace("source", VideoFormat.SOURCE);
            List<Target> own = targets.stream()
                    .filter(each -> each.from().type().equals(type))
                    .toList();
            for (int number = 0; number < CHUNKS; number++) {
                outputs.addAll(planner.plan(own, chunk(word, number), Reasons.first()));
            }
            own.stream()
                    .filter(each -> each.rendition().recipe().kind() == Kind.POSTER)
                    .map(each -> planner.poster(each, List.of(chunk(word, 0)), Reasons.first()))
                    .forEach(outputs::add);
            own.stream()
                    .filter(each -> each.rendition().recipe().kind() == Kind.AUDIO)
                    .map(each -> planner.sound(
                            each, OutputFingerprints.ofStream("sound", 5000, each), 5000, Reasons.first()))
                    .forEach(outputs::add);
        }
        return outputs;
    }

    private static IndexedChunk chunk(String word, int number) {
        String shown = word.replaceFirst(".*:", "").replaceFirst("/.*", "");
        boolean changed = number == CHANGED_CHUNK && word.contains("/");
        String pictures = changed ? word.replaceFirst(".*/", "") : shown;
        return OutputFingerprintsTest.chunk(pictures + number, number, number * 50_000L, List.of(0L));
    }

    /** The same recipe, to be made anew. */
    static Recipe raised(Recipe recipe) {
        return with(recipe, recipe.policy(), recipe.revision() + 1, recipe.target());
    }

    static Recipe onDemand(Recipe recipe) {
        return with(recipe, Policy.ON_DEMAND, recipe.revision(), recipe.target());
    }

    /** The same recipe, for films that are to be as alike their sources as that. */
    static Recipe aiming(Recipe recipe, double target) {
        return with(recipe, recipe.policy(), recipe.revision(), target);
    }

    /** The same recipe in AV1. */
    static Recipe inAv1(Recipe recipe) {
        return with(recipe, recipe.policy(), "av1", recipe.revision(), recipe.target());
    }

    /** The same recipe in HEVC. */
    static Recipe inHevc(Recipe recipe) {
        return with(recipe, recipe.policy(), "hevc", recipe.revision(), recipe.target());
    }

    /** Those of spheres, with two rungs larger than 4K. */
    static Map<String, Recipe> large() {
        return Map.of(
                "8K360", inHevc(video("source", Policy.EAGER, 7680, 7680)),
                "6K360", inHevc(video("8K360", Policy.EAGER, 5760, 5760)),
                "4K360", video("6K360", Policy.EAGER, 4096, 4096),
                "SD", video("4K360", Policy.EAGER, 722, 406));
    }

    private static Recipe with(Recipe recipe, Policy policy, int revision, double target) {
        return with(recipe, policy, recipe.codec(), revision, target);
    }

    private static Recipe with(Recipe recipe, Policy policy, String codec, int revision, double target) {
        return new Recipe(
                recipe.kind(),
                recipe.parent(),
                policy,
                recipe.width(),
                recipe.height(),
                recipe.preview(),
                codec,
                recipe.preset(),
                recipe.crf(),
                recipe.maxrate(),
                recipe.sampleRate(),
                recipe.channels(),
                recipe.quality(),
                "",
                revision,
                target,
                recipe.bits());
    }

    static Recipe video(String parent, Policy policy, int width, int height) {
        return new Recipe(
                Kind.VIDEO,
                parent,
                policy,
                width,
                height,
                width < 1000,
                "h264",
                "veryfast",
                23,
                0,
                48_000,
                2,
                3,
                "",
                1,
                0,
                0);
    }
}
