package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.MediaAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A multivariant playlist of an edition. There is one of what players choose from, and one of the flat view of a sphere, if there is any: who
 * is at the one must not be led to the other.
 *
 * @param file its name
 * @param renditions that it lists
 */
record Form(String file, List<RenditionProgress> renditions) {
    private static final String MASTER = "master.m3u8";

    Form {
        renditions = List.copyOf(renditions);
    }

    /** Those of an edition that has such renditions. */
    static List<Form> of(List<RenditionProgress> all) {
        List<Form> forms = new ArrayList<>(List.of(of(MASTER, all, RenditionProgress::isVariant)));
        if (all.stream().anyMatch(RenditionProgress::flatView)) {
            forms.add(of(MediaAddress.FLAT, all, RenditionProgress::flatView));
        }
        return forms;
    }

    private static Form of(String file, List<RenditionProgress> all, Predicate<RenditionProgress> videos) {
        return new Form(
                file,
                all.stream()
                        .filter(each -> each.kind() != Kind.VIDEO || videos.test(each))
                        .toList());
    }
}
