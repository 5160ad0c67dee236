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

    private final Map<String, Rendition> renditions = new TreeMap<>();
    private final Set<String> ofSpheres = new HashSet<>();
    private final Set<String> leftOut = new HashSet<>();

    /**
     * @param recipes the recipes by rendition name
     * @throws LadderException if they do not form a graph that can be made
     */
    public Ladder(Map<String, Recipe> recipes) {
        recipes.forEach((name, recipe) -> renditions.put(name, new Rendition(name, recipe)));
        renditions.values().forEach(this::validate);
    }

    /**
     * The same, in which artworks of 360° have videos of their own, beside previews, sound and posters.
     *
     * @param recipes by rendition name; where there are none, such artworks have what all have
     * @throws LadderException if they do not form a graph that can be made, or one has the name of another rendition
     */
    public Ladder withSpheres(Map<String, Recipe> recipes) {
        Ladder both = new Ladder(Map.of());
        both.renditions.putAll(renditions);
        both.ofSpheres.addAll(recipes.keySet());
        recipes.forEach((name, recipe) -> {
            if (both.renditions.put(name, new Rendition(name, recipe)) != null) {
                throw new LadderException("spheres." + name, "there is a rendition of that name.", "spheres: 8K360");
            }
        });
        both.renditions.values().forEach(both::validate);
        return both;
    }

    /** The same, of which some are not made, unless they are delivered: as if they were not there. */
    public Ladder without(Set<String> names) {
        Ladder rest = new Ladder(Map.of());
        rest.renditions.putAll(renditions);
        rest.ofSpheres.addAll(ofSpheres);
        rest.leftOut.addAll(names);
        return rest;
    }

    /** All renditions, the lowest video first, then upwards; then audio and posters. */
    public List<Rendition> all() {
        List<Rendition> all = new ArrayList<>(renditions.values());
        all.sort(Comparator.comparing((Rendition r) -> r.recipe().kind())
                .thenComparing(r -> r.recipe().ambisonic())
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

    /** Those that are made when somebody asks for them, the lowest first. */
    public List<Rendition> onDemand() {
        return all().stream()
                .filter(rendition -> rendition.recipe().policy() == Policy.ON_DEMAND)
                .toList();
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

    /** The lowest video that is watched: of a sphere, the smallest that can be looked around in. */
    public Optional<Rendition> lowest(boolean sphere) {
        return all().stream()
                .filter(rendition -> rendition.isVideo() && !isOfOthers(rendition, sphere))
                .filter(rendition -> !isFlatView(rendition, sphere))
                .findFirst();
    }

    /**
     * What is made of what was delivered: every eager rendition, those on demand that somebody asked for, and those that were
     * delivered themselves, each of its nearest delivered ancestor. Of several videos that would come out at the same size only the lowest is made, since
     * nothing is upscaled; a delivered one always.
     *
     * @param delivered sizes of the delivered pictures, by {@link #SOURCE} or the rendition that they were delivered as
     * @param asked names of renditions that somebody asked for
     * @param sphere whether it is everything around
     * @return the lowest video first, then upwards, but of a sphere its flat views behind the lowest; then sound, subtitles and posters
     */
    public List<Made> resolve(Map<String, FrameSize> delivered, boolean withAudio, Set<String> asked, boolean sphere) {
        List<Made> made = new ArrayList<>();
        Set<FrameSize> sizes = new HashSet<>();
        for (Rendition rendition : all()) {
            Made each = at(rendition, delivered);
            boolean own = each.isDelivered();
            if (!own && (isOfOthers(rendition, sphere) || leftOut.contains(rendition.name()))) {
                continue;
            }
            boolean wanted = switch (rendition.recipe().kind()) {
                // Whether it is asked for or not: no larger one is made of that size in its place.
                case VIDEO -> isFlatView(rendition, sphere) || sizes.add(each.size()) || own;
                case AUDIO -> withAudio;
                case TEXT, POSTER -> true;
            };
            if (wanted && (own || isMade(rendition, asked))) {
                made.add(each);
            }
        }
        made.stream()
                .filter(each -> each.rendition().isVideo() && !isFlatView(each.rendition(), sphere))
                .findFirst()
                .ifPresent(lowest -> made.sort(Comparator.comparing(each -> each != lowest)));
        return made;
    }

    /** A rendition by what it is made of, if it is. */
    public Made at(Rendition rendition, Map<String, FrameSize> delivered) {
        String from = nearest(rendition, delivered.keySet());
        FrameSize source = delivered.get(from);
        Recipe recipe = rendition.recipe();
        return new Made(rendition, from, GraphCheck.hasPicture(recipe.kind()) ? source.fit(recipe) : source);
    }

    private static boolean isFlatView(Rendition rendition, boolean sphere) {
        return sphere && rendition.isVideo() && rendition.recipe().preview();
    }

    private static boolean isMade(Rendition rendition, Set<String> asked) {
        return switch (rendition.recipe().policy()) {
            case EAGER -> true;
            case ON_DEMAND -> asked.contains(rendition.name());
            case DELIVERED -> false;
        };
    }

    /** The same where nobody asked for anything. */
    public List<Made> resolve(Map<String, FrameSize> delivered, boolean withAudio) {
        return resolve(delivered, withAudio, Set.of(), false);
    }

    /** Whether it is what flat artworks have and spheres have not, or the other way round. */
    private boolean isOfOthers(Rendition rendition, boolean sphere) {
        return !ofSpheres.isEmpty()
                && rendition.isVideo()
                && !rendition.recipe().preview()
                && ofSpheres.contains(rendition.name()) != sphere;
    }

    private String nearest(Rendition rendition, Set<String> delivered) {
        String name = rendition.name();
        while (!name.equals(SOURCE) && !delivered.contains(name)) {
            name = renditions.get(name).recipe().parent();
        }
        return name;
    }

    private void validate(Rendition rendition) {
        String field = (ofSpheres.contains(rendition.name()) ? "spheres." : "renditions.") + rendition.name();
        new GraphCheck(renditions).check(field, rendition);
    }
}
