package atelier.processors.ladder;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.config.Recipe.Policy;
import java.util.ArrayList;
import java.util.Collection;
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

    /** Collecting societies allow these to be shown freely, in the size of a preview. */
    private static final Set<String> PREVIEWS = Set.of("SD", "TN");

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

    /** The renditions of those names that there are, in the order of {@link #all}; of several tracks the main one first. */
    public List<Rendition> inOrder(Collection<String> names) {
        List<String> order = all().stream().map(Rendition::name).toList();
        return names.stream()
                .flatMap(name -> find(name).stream())
                .sorted(Comparator.comparing((Rendition each) -> place(order, each))
                        .thenComparing(each -> TrackName.of(each.name()).number()))
                .toList();
    }

    private static int place(List<String> order, Rendition rendition) {
        int own = order.indexOf(rendition.name());
        return own < 0 ? order.indexOf(TrackName.of(rendition.name()).recipe()) : own;
    }

    /** The names of all renditions. */
    public Set<String> names() {
        return Set.copyOf(renditions.keySet());
    }

    /** The rendition of that name; also of one that is made of another track than the main one. */
    public Optional<Rendition> find(String name) {
        TrackName track = TrackName.of(name);
        return Optional.ofNullable(renditions.get(name))
                .or(() -> Optional.ofNullable(renditions.get(track.recipe()))
                        .filter(each -> each.recipe().kind() == Kind.AUDIO
                                || each.recipe().kind() == Kind.TEXT)
                        .map(each -> new Rendition(name, each.recipe())));
    }

    /** The lowest video. */
    public Optional<Rendition> lowest() {
        return all().stream().filter(Rendition::isVideo).findFirst();
    }

    /**
     * What is made of what was delivered: every eager rendition, those on demand that somebody asked for, and those that were
     * delivered themselves, each of its nearest delivered ancestor. Of several videos that would come out at the same size only the lowest is made, since
     * nothing is upscaled; a delivered one always.
     *
     * @param delivered sizes of the delivered pictures, by {@link #SOURCE} or the rendition that they were delivered as
     * @param asked names of renditions that somebody asked for
     * @return the lowest video first, then upwards; then sound, subtitles and posters
     */
    public List<Made> resolve(Map<String, FrameSize> delivered, boolean withAudio, Set<String> asked) {
        List<Made> made = new ArrayList<>();
        Set<FrameSize> sizes = new HashSet<>();
        for (Rendition rendition : all()) {
            String from = nearest(rendition, delivered.keySet());
            FrameSize source = delivered.get(from);
            boolean own = from.equals(rendition.name());
            Kind kind = rendition.recipe().kind();
            if (rendition.recipe().policy() == Policy.ON_DEMAND && !own && !asked.contains(rendition.name())) {
                continue;
            }
            FrameSize size = hasPicture(kind) ? source.fit(rendition.recipe()) : source;
            boolean wanted = switch (kind) {
                case VIDEO -> sizes.add(size) || own;
                case AUDIO -> withAudio;
                case TEXT, POSTER -> true;
            };
            if (wanted && (own || rendition.recipe().policy() != Policy.DELIVERED)) {
                made.add(new Made(rendition, from, size));
            }
        }
        return made;
    }

    /** The same where nobody asked for anything. */
    public List<Made> resolve(Map<String, FrameSize> delivered, boolean withAudio) {
        return resolve(delivered, withAudio, Set.of());
    }

    private static boolean hasPicture(Kind kind) {
        return kind == Kind.VIDEO || kind == Kind.POSTER;
    }

    private String nearest(Rendition rendition, Set<String> delivered) {
        String name = rendition.name();
        while (!name.equals(SOURCE) && !delivered.contains(name)) {
            name = renditions.get(name).recipe().parent();
        }
        return name;
    }

    private void validate(Rendition rendition) {
        String field = "renditions." + rendition.name();
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
        Optional<Recipe> parent =
                find(recipe.parent()).map(Rendition::recipe).filter(above -> above.kind() == Kind.VIDEO);
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
