package atelier.processors.ladder;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.processors.spherical.Sphere;
import atelier.processors.spherical.SphereFrame;
import java.util.Optional;

/** Previews of spheres: they are looked at where nothing can be turned, so they show what the eye ahead sees. Pure. */
public final class FlatView {
    private FlatView() {}

    /** Whether a recipe makes a flat view of such a sphere, rather than one to look around in. */
    public static boolean isMade(Recipe recipe, Sphere sphere) {
        return sphere.isRound() && (recipe.kind() == Kind.POSTER || isOfFilm(recipe));
    }

    /** The filter that makes it of a frame on which nothing is folded; none where a recipe makes something else. */
    public static Optional<String> filter(Recipe recipe, SphereFrame frame, FrameSize size) {
        return frame.view(size.width(), size.height()).filter(view -> isMade(recipe, frame.sphere()));
    }

    private static boolean isOfFilm(Recipe recipe) {
        return recipe.kind() == Kind.VIDEO && recipe.preview();
    }
}
