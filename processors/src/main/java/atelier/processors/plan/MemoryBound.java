package atelier.processors.plan;

import atelier.config.Recipe;
import atelier.processors.encode.Depth;
import atelier.processors.ladder.EncoderMemory;
import atelier.processors.ladder.FrameSize;
import atelier.processors.probe.VideoStream;
import java.util.Locale;

/**
 * Keeps encoders below the memory that they may take: what would take more is made of fewer bits where its source loses no range by that, or not at all. It is
 * decided by the plan, so all nodes make the same, whatever memory they have. Pure.
 */
public final class MemoryBound {
    /** Everything is made as its recipe says. */
    public static final MemoryBound NONE = new MemoryBound(0);

    private static final double TENTH = 1e8;
    private static final double TENTHS = 10;

    private final long most;

    /** @param most that an encoder of pictures larger than 4K may take, in bytes; 0: no bound */
    public MemoryBound(long most) {
        this.most = most;
    }

    /** How a rendition fits. */
    sealed interface Fit {
        /** As its recipe says. */
        record AsItIs() implements Fit {}

        /** @param why for people, after "it is" */
        record OfFewerBits(String why) implements Fit {}

        /** @param why for people, after "it is", and what to do */
        record LeftOut(String why) implements Fit {}
    }

    /** How a rendition of that size fits, that is made of that source by the recipe's encoder. */
    Fit of(Recipe recipe, FrameSize size, VideoStream source) {
        int bits = Depth.bits(recipe, source);
        if (fits(recipe, size, bits)) {
            return new Fit.AsItIs();
        }
        String why = "%d bits of %s take %s GB of memory, atelier.limits.resident allows %s GB"
                .formatted(
                        bits,
                        size,
                        text(Math.ceil(EncoderMemory.of(recipe, size, bits) / TENTH)),
                        text(Math.floor(most / TENTH)));
        boolean fewer = bits > Recipe.FEW_BITS && fits(recipe, size, Recipe.FEW_BITS);
        if (fewer && !Depth.isHighRange(source)) {
            return new Fit.OfFewerBits("made of 8 bits: " + why);
        }
        return new Fit.LeftOut("left out: " + why + "; raise that"
                + (fewer ? ", or say bits: 8 in its recipe to have it in standard range" : ""));
    }

    private boolean fits(Recipe recipe, FrameSize size, int bits) {
        return most == 0 || EncoderMemory.of(recipe, size, bits) <= most;
    }

    /** In gigabytes to a tenth, what is taken up and what is allowed down: so it is seen which is more. */
    private static String text(double tenths) {
        return String.format(Locale.ROOT, "%.1f", tenths / TENTHS);
    }
}
