package atelier.processors.ladder;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether renditions form a graph that can be made.
 *
 * @param renditions all of them, by name
 */
record GraphCheck(Map<String, Rendition> renditions) {
    /** Collecting societies allow these to be shown freely, in the size of a preview. */
    private static final Set<String> PREVIEWS = Set.of("SD", "TN");

    /** @throws LadderException if it cannot be made */
    void check(String field, Rendition rendition) {
        Recipe recipe = rendition.recipe();
        ancestorsOf(rendition, field);
        if (hasPicture(recipe.kind()) && (recipe.width() < 2 || recipe.height() < 2)) {
            throw new LadderException(
                    field + ".width", "a video or poster needs a width and a height of 2 or more.", "width: 722");
        }
        RecipeCheck.check(field, recipe);
        notLargerThanItsParent(rendition, field);
        if (PREVIEWS.contains(rendition.name()) && !recipe.preview()) {
            throw new LadderException(
                    field + ".preview",
                    "what is called " + rendition.name() + " is shown to everybody, and must be a preview.",
                    "preview: true");
        }
        if (recipe.preview() && recipe.width() + recipe.height() >= FrameSize.PREVIEW_SUM) {
            throw new LadderException(
                    field + ".width",
                    "a preview's width and height must add up to less than " + FrameSize.PREVIEW_SUM + ", not "
                            + (recipe.width() + recipe.height()) + ".",
                    "width: 722, height: 406");
        }
    }

    /** Nothing is upscaled: a larger child would be a lie about its parent. */
    private void notLargerThanItsParent(Rendition rendition, String field) {
        Recipe recipe = rendition.recipe();
        Optional<Recipe> parent = Optional.ofNullable(renditions.get(recipe.parent()))
                .map(Rendition::recipe)
                .filter(above -> above.kind() == Kind.VIDEO);
        parent.filter(above -> recipe.kind() == Kind.VIDEO)
                .filter(above -> recipe.width() > above.width() || recipe.height() > above.height())
                .ifPresent(above -> {
                    throw new LadderException(
                            field + ".width",
                            recipe.width() + "×" + recipe.height() + " is larger than its parent " + recipe.parent()
                                    + ", " + above.width() + "×" + above.height() + ": nothing is upscaled.",
                            "width: " + above.width() + ", height: " + above.height());
                });
    }

    private void ancestorsOf(Rendition rendition, String field) {
        Set<String> seen = new HashSet<>();
        String name = rendition.name();
        while (!name.equals(Ladder.SOURCE)) {
            if (!seen.add(name)) {
                throw new LadderException(field + ".parent", "it descends from itself.", "parent: " + Ladder.SOURCE);
            }
            Rendition current = renditions.get(name);
            if (current == null) {
                throw new LadderException(field + ".parent", "there is no rendition '" + name + "'.", "parent: HD");
            }
            name = current.recipe().parent();
        }
    }

    static boolean hasPicture(Kind kind) {
        return kind == Kind.VIDEO || kind == Kind.POSTER;
    }
}
