package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.MediaAddress;
import atelier.processors.spherical.AppleBoxes;
import atelier.processors.tracks.TrackLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A multivariant playlist of an edition. There is one of what players choose from; of a sphere one of its flat view, if there is any: who
 * is at the one must not be led to the other; and one for Apple's players, which turn HEVC that is marked, and nothing else.
 *
 * @param file its name
 * @param renditions that it lists
 * @param layout what a player must be able to show, where it says so
 */
record Form(String file, List<RenditionProgress> renditions, Optional<String> layout) {
    private static final String MASTER = "master.m3u8";
    private static final String HEVC = "hvc1";

    Form {
        renditions = List.copyOf(renditions);
    }

    /** Those of an edition that has such renditions. */
    static List<Form> of(List<RenditionProgress> all) {
        List<Form> forms = new ArrayList<>(List.of(new Form(
                MASTER, listed(all, each -> each.kind() != Kind.VIDEO || each.isVariant()), Optional.empty())));
        if (all.stream().anyMatch(RenditionProgress::flatView)) {
            forms.add(new Form(MediaAddress.FLAT, plain(all, RenditionProgress::flatView), Optional.empty()));
        }
        all.stream()
                .filter(Form::isForApple)
                .findFirst()
                .flatMap(each -> AppleBoxes.layout(each.sphere()))
                .map(layout -> new Form(MediaAddress.APPLE, plain(all, Form::isForApple), Optional.of(layout)))
                .ifPresent(forms::add);
        return forms;
    }

    private static boolean isForApple(RenditionProgress rendition) {
        return rendition.isVariant()
                && rendition.sphere().isRound()
                && rendition
                        .info()
                        .filter(info -> info.codec().startsWith(HEVC))
                        .isPresent();
    }

    /** Without sound that only players of our own can turn. */
    private static List<RenditionProgress> plain(List<RenditionProgress> all, Predicate<RenditionProgress> videos) {
        return listed(
                all,
                each -> each.kind() == Kind.VIDEO
                        ? videos.test(each)
                        : !each.label().map(TrackLabel::ambisonic).orElse(false));
    }

    private static List<RenditionProgress> listed(List<RenditionProgress> all, Predicate<RenditionProgress> wanted) {
        return all.stream().filter(wanted).toList();
    }
}
