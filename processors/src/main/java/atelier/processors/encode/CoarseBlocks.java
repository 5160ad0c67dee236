package atelier.processors.encode;

import atelier.config.Recipe;
import atelier.processors.ladder.FrameSize;
import atelier.processors.node.Encoders;

/**
 * Where x265 divides nothing into blocks of less than 16 pixels: above HD, where they cost an eighth of the time and gain hardly a bit. That stands in the
 * parameter sets: chunks with smaller ones do not join with these, so outputs are named by it (decision 26). Pure.
 */
public final class CoarseBlocks {
    private CoarseBlocks() {}

    /** Whether pictures of that size have such blocks alone by that recipe. */
    public static boolean are(Recipe recipe, FrameSize size) {
        return Encoders.of(recipe).equals("libx265") && size.isFine();
    }
}
