package atelier.processors.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may see and do.
 *
 * @param folders first parts of the slugs of the artworks that they may see; empty: all artworks
 * @param manages whether they may change what there is, and look behind the scenes
 */
public record Access(Optional<Set<String>> folders, boolean manages) {
    /** Everything. */
    public static final Access ALL = new Access(Optional.empty(), true);

    public Access {
        folders = folders.map(Set::copyOf);
    }

    /** The artworks of some folders, and no more. */
    public static Access to(Set<String> folders) {
        return new Access(Optional.of(folders), false);
    }

    /** Whether they may see the artwork of that slug, be it there or not. */
    public boolean allows(String slug) {
        return folders.map(mine -> mine.contains(slug.split("/", 2)[0])).orElse(true);
    }

    /** An artwork as they may see it: without the names of those that they may not, and what its artist alone is asked. */
    public ArtworkView seen(ArtworkView view) {
        List<String> others = view.sameAs().stream().filter(this::allows).toList();
        ArtworkView named = others.equals(view.sameAs()) ? view : view.withSameAs(others);
        return manages ? named : named.withoutAdvice();
    }

    /** Whether this holds for all artworks. */
    boolean isToAll() {
        return folders.isEmpty();
    }

    /** The folders as a list that is never empty, for {@code IN}: no folder has an empty name. */
    List<String> listed() {
        return folders.filter(mine -> !mine.isEmpty()).map(List::copyOf).orElse(List.of(""));
    }
}
