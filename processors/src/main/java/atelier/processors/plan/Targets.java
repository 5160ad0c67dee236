package atelier.processors.plan;

import atelier.processors.catalog.PlanNote;
import atelier.processors.ladder.FlatView;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Language;
import atelier.processors.ladder.Made;
import atelier.processors.ladder.Rendition;
import atelier.processors.ladder.TrackName;
import atelier.processors.probe.AudioStream;
import atelier.processors.probe.SubtitleStream;
import atelier.processors.spherical.SphereFrame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decides which renditions are made of what was delivered. */
public final class Targets {
    private final Ladder ladder;
    private final LongFunction<Set<String>> asked;
    private final RungChoice rungs;

    /** Where nobody asks for anything. */
    public Targets(Ladder ladder) {
        this(ladder, form -> Set.of(), EncoderChoice.SOFTWARE, MemoryBound.NONE);
    }

    /**
     * @param asked names of the renditions that somebody asked for, by the key of a form of their artwork
     * @param bound of the memory that encoders may take
     */
    public Targets(Ladder ladder, LongFunction<Set<String>> asked, EncoderChoice encoders, MemoryBound bound) {
        this.ladder = ladder;
        this.asked = asked;
        this.rungs = new RungChoice(encoders, bound);
    }

    /** What is made of that alone. */
    List<Target> of(List<Delivered> delivered) {
        return resolve(delivered).targets();
    }

    /** @param delivered the source, and overrides */
    Resolved resolve(List<Delivered> delivered) {
        Map<String, Delivered> nodes = delivered.stream()
                .filter(each -> !each.media().isText())
                .collect(Collectors.toMap(Delivered::node, Function.identity(), (one, other) -> other));
        Map<String, PlanNote> leftOut = leftOut(nodes);
        Set<String> wanted = asked(delivered);
        List<Made> all = made(ladder.without(leftOut.keySet()), nodes, wanted);
        Set<String> possible = new HashSet<>(wanted);
        ladder.onDemand().forEach(each -> possible.add(each.name()));
        Stream<PlanNote> unmade = made(ladder, nodes, possible).stream()
                .flatMap(
                        each -> Optional.ofNullable(leftOut.get(each.rendition().name())).stream());
        Stream<PlanNote> otherwise =
                all.stream().flatMap(each -> rungs.otherwise(each, nodes.get(each.from())).stream());
        return new Resolved(
                targets(all, nodes, delivered), Stream.concat(unmade, otherwise).toList());
    }

    private static List<Made> made(Ladder ladder, Map<String, Delivered> nodes, Set<String> asked) {
        Optional<Delivered> source = Optional.ofNullable(nodes.get(Ladder.SOURCE));
        boolean sounds = source.filter(each -> !each.media().sounds().isEmpty()).isPresent();
        boolean sphere = source.filter(
                        each -> each.media().video().frame().sphere().isRound())
                .isPresent();
        return ladder.resolve(sizes(nodes), sounds, asked, sphere);
    }

    private static Map<String, FrameSize> sizes(Map<String, Delivered> nodes) {
        return nodes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().size()));
    }

    private List<Target> targets(List<Made> all, Map<String, Delivered> nodes, List<Delivered> delivered) {
        List<Delivered> texts =
                delivered.stream().filter(each -> each.media().isText()).toList();
        List<Target> targets = new ArrayList<>();
        for (Made made : all) {
            Delivered from = nodes.get(made.from());
            switch (made.rendition().recipe().kind()) {
                case VIDEO, POSTER -> targets.add(target(made, rungs.made(made, from), targets.size(), from));
                case AUDIO -> targets.addAll(sounds(made, targets.size(), from));
                case TEXT -> targets.addAll(texts(made, targets.size(), from, texts));
            }
        }
        return targets;
    }

    /** What no node can make, or what would take too much, by their names. */
    private Map<String, PlanNote> leftOut(Map<String, Delivered> nodes) {
        Map<String, FrameSize> sizes = sizes(nodes);
        Optional<Delivered> source = Optional.ofNullable(nodes.get(Ladder.SOURCE));
        return ladder.all().stream()
                .filter(each -> each.isVideo() && source.isPresent())
                .map(each -> ladder.at(each, sizes))
                .flatMap(each -> rungs.leftOut(each, nodes.get(each.from()), source.get()).stream())
                .collect(Collectors.toMap(PlanNote::formatType, Function.identity()));
    }

    private static List<Target> sounds(Made made, int rung, Delivered source) {
        List<AudioStream> sounds = source.media().sounds();
        return IntStream.range(0, sounds.size())
                .filter(each -> sounds.get(each).suits(made.rendition().recipe()))
                .mapToObj(each -> target(made, made.rendition().ofTrack(each + 1), rung + each, source))
                .toList();
    }

    /** What was delivered beside the source replaces what the source has in the same language. */
    private static List<Target> texts(Made made, int rung, Delivered source, List<Delivered> beside) {
        List<Target> targets = new ArrayList<>();
        beside.forEach(each -> targets.add(
                target(made, new Rendition(each.type(), made.rendition().recipe()), rung, each)));
        Set<String> replaced = beside.stream()
                .flatMap(each -> TrackName.of(each.type()).language().stream())
                .collect(Collectors.toSet());
        List<SubtitleStream> own = source.media().texts();
        for (int number = 1; number <= own.size(); number++) {
            Optional<Language> language = own.get(number - 1).language().flatMap(Language::of);
            String name =
                    TrackName.of(made.rendition().name(), language).language().orElseThrow();
            if (!replaced.contains(name)) {
                targets.add(target(made, made.rendition().ofTrack(number), rung, source));
            }
        }
        return targets;
    }

    private Set<String> asked(List<Delivered> delivered) {
        return delivered.stream()
                .filter(Delivered::isSource)
                .findFirst()
                .map(source -> asked.apply(source.input().videoFormatId()))
                .orElse(Set.of());
    }

    private static Target target(Made made, Rendition rendition, int rung, Delivered from) {
        SphereFrame frame = from.media().video().frame();
        boolean flatView = FlatView.isMade(rendition.recipe(), frame.sphere())
                && !from.media().isPicture();
        FrameSize size = flatView ? FrameSize.of(rendition.recipe(), frame) : made.size();
        return new Target(rendition, rung, size, from);
    }
}
