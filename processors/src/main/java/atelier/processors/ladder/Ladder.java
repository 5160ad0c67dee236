package atelier.processors.ladder;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rendition graph of renditions.yml, validated: every parent exists, nothing descends from itself. */
public final class Ladder {
    /** The parent of what is made from the source itself. */
    public static final String SOURCE = "source";

    private final Map<String, Rendition> renditions = new TreeMap<>();

    /**
     * @param recipes the recipes by rendition name
     * @throws LadderException if they do not form a graph that can be made
     */
    public Ladder(Map<String, Recipe> recipes) {
        recipes.forEach((name, recipe) -> renditions.put(name, new Rendition(name, recipe)));
        renditions.values().forEach(this::validate);
    }

    /** All renditions, the lowest video first, then upwards; then audio and posters. */
    public List<Rendition> all() {
        List<Rendition> all = new ArrayList<>(renditions.values());
        all.sort(Comparator.comparing((Rendition r) -> r.recipe().kind())
                .thenComparing(r -> (long) r.recipe().width() * r.recipe().height())
                .thenComparing(Rendition::name));
        return all;
    }

    /** The names of all renditions. */
    public Set<String> names() {
        return Set.copyOf(renditions.keySet());
    }

    /** The rendition of that name. */
    public Optional<Rendition> find(String name) {
        return Optional.ofNullable(renditions.get(name));
    }

    /**
     * What is made of a source of that size: every eager rendition, but of several videos that would come out at the
     * same size only the lowest, since nothing is upscaled.
     */
    public List<Rendition> madeOf(FrameSize source, boolean withAudio) {
        List<Rendition> made = new ArrayList<>();
        Set<FrameSize> sizes = new HashSet<>();
        for (Rendition rendition : all()) {
            boolean wanted = switch (rendition.recipe().kind()) {
                case VIDEO -> sizes.add(source.fit(rendition.recipe()));
                case AUDIO -> withAudio;
                case POSTER -> true;
            };
            if (wanted && rendition.recipe().policy() == Policy.EAGER) {
                made.add(rendition);
            }
        }
        return made;
    }

    private void validate(Rendition rendition) {
        String field = "renditions." + rendition.name();
        Recipe recipe = rendition.recipe();
        ancestorsOf(rendition, field);
        if (recipe.kind() != Kind.AUDIO && (recipe.width() < 2 || recipe.height() < 2)) {
            throw new LadderException(
                    field + ".width", "a video or poster needs a width and a height of 2 or more.", "width: 722");
        }
        if (recipe.kind() == Kind.VIDEO && !recipe.codec().equals("h264")) {
            throw new LadderException(field + ".codec", "'" + recipe.codec() + "' cannot be made yet.", "codec: h264");
        }
        if (recipe.preview() && recipe.width() + recipe.height() >= FrameSize.PREVIEW_SUM) {
            throw new LadderException(
                    field + ".width",
                    "a preview's width and height must add up to less than " + FrameSize.PREVIEW_SUM + ", not "
                            + (recipe.width() + recipe.height()) + ".",
                    "width: 722, height: 406");
        }
    }

    private void ancestorsOf(Rendition rendition, String field) {
        Set<String> seen = new HashSet<>();
        String name = rendition.name();
        while (!name.equals(SOURCE)) {
            if (!seen.add(name)) {
                throw new LadderException(field + ".parent", "it descends from itself.", "parent: " + SOURCE);
            }
            Rendition current = renditions.get(name);
            if (current == null) {
                throw new LadderException(field + ".parent", "there is no rendition '" + name + "'.", "parent: HD");
            }
            name = current.recipe().parent();
        }
    }
}
