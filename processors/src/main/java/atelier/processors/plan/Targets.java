package atelier.processors.plan;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides which renditions are made of what was delivered. */
public final class Targets {
    private final Ladder ladder;
    private final LongFunction<Set<String>> asked;
    private final EncoderChoice encoders;

    /** Where nobody asks for anything. */
    public Targets(Ladder ladder) {
        this(ladder, form -> Set.of(), EncoderChoice.SOFTWARE);
    }

    /** @param asked names of the renditions that somebody asked for, by the key of a form of their artwork */
    public Targets(Ladder ladder, LongFunction<Set<String>> asked, EncoderChoice encoders) {
        this.ladder = ladder;
        this.asked = asked;
        this.encoders = encoders;
    }

    /** @param delivered the source, and overrides */
    List<Target> of(List<Delivered> delivered) {
        Map<String, Delivered> nodes = new HashMap<>();
        Map<String, FrameSize> sizes = new HashMap<>();
        int sounds = 0;
        List<Delivered> texts = new ArrayList<>();
        for (Delivered each : delivered) {
            if (each.media().isText()) {
                texts.add(each);
                continue;
            }
            nodes.put(each.node(), each);
            sizes.put(each.node(), each.size());
            sounds = each.isSource() ? each.media().sounds().size() : sounds;
        }
        List<Target> targets = new ArrayList<>();
        Ladder rest = ladder.without(leftOut(delivered).keySet());
        for (Made made : rest.resolve(sizes, sounds > 0, asked(delivered), isSphere(delivered))) {
            Delivered from = nodes.get(made.from());
            switch (made.rendition().recipe().kind()) {
                case VIDEO, POSTER -> {
                    Rendition rendition = encoders.of(from.input().videoFormatId(), made.rendition());
                    targets.add(target(made, rendition, targets.size(), from));
                }
                case AUDIO -> targets.addAll(sounds(made, targets.size(), from));
                case TEXT -> targets.addAll(texts(made, targets.size(), from, texts));
            }
        }
        return targets;
    }

    /** Why renditions are left out that no node can make, by their names. */
    Map<String, String> leftOut(List<Delivered> delivered) {
        Map<String, String> leftOut = new HashMap<>();
        source(delivered)
                .ifPresent(source -> ladder.all().stream()
                        .filter(Rendition::isVideo)
                        .forEach(each -> encoders.leavesOut(source.input(), each)
                                .ifPresent(why -> leftOut.put(each.name(), why))));
        return leftOut;
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

    private static boolean isSphere(List<Delivered> delivered) {
        return source(delivered)
                .filter(source -> source.media().video().frame().sphere().isRound())
                .isPresent();
    }

    private static Optional<Delivered> source(List<Delivered> delivered) {
        return delivered.stream().filter(Delivered::isSource).findFirst();
    }

    private Set<String> asked(List<Delivered> delivered) {
        return source(delivered)
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
