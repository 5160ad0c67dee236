package atelier.processors.ladder;

import atelier.config.Recipe;

/**
 * A node of the rendition graph.
 *
 * @param name {@code 4K}, {@code 3K}, {@code HD}, {@code SD}, {@code TN}, {@code AUDIO}: the {@code format_type}
 * @param recipe how it is made
 */
public record Rendition(String name, Recipe recipe) {

    /** The same, made of another track of the source. */
    public Rendition ofTrack(int number) {
        return new Rendition(TrackName.of(name, number).text(), recipe);
    }

    /** Whether it is made of moving pictures, chunk by chunk. */
    public boolean isVideo() {
        return recipe.kind() == Recipe.Kind.VIDEO;
    }
}
