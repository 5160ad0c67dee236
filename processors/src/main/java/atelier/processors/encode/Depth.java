package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.probe.VideoStream;

/** What of a source's colours renditions keep. Pure. */
public final class Depth {
    private Depth() {}

    /** Bits of a sample that a recipe of a video makes of a source: 8 or 10. */
    public static int bits(Recipe recipe, VideoStream source) {
        return Look.of(recipe, source).isDeep() ? Recipe.MANY_BITS : Recipe.FEW_BITS;
    }

    /** Whether a source is brighter than a usual screen, which 8 bits cannot hold. */
    public static boolean isHighRange(VideoStream source) {
        return SourceColour.of(source).isHighRange();
    }
}
