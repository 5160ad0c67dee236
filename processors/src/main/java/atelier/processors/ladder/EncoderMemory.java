package atelier.processors.ladder;

import atelier.config.Recipe;

/**
 * How much memory the encoder of a rendition is expected to take. x265 holds four pictures, whatever it is told, each with what it knows of every part
 * of it, and three wait for it: above 4K that makes up gigabytes, by the pixel, and more by 0.4 where samples have more than 8 bits (two bytes each). Pure.
 */
public final class EncoderMemory {
    /** The program and its libraries, in bytes. Measured with the other two (decision 28): largest resident size, FFmpeg 8.1.2. */
    private static final long PROGRAM = 100_000_000;

    /** Bytes a pixel of 8 bits: 1.63 GB for 7680×3840. */
    private static final long FEW_BITS = 52;

    /** Bytes a pixel of 10 bits: 2.28 GB for 7680×3840. */
    private static final long MANY_BITS = 74;

    private EncoderMemory() {}

    /**
     * The largest resident size of the process that encodes, in bytes; 0 where there is nothing to be bounded: pictures of up to 4K, encoders in
     * hardware, other codecs than HEVC.
     *
     * @param bits of a sample, 8 or 10
     */
    public static long of(Recipe recipe, FrameSize size, int bits) {
        boolean bounded = recipe.kind() == Recipe.Kind.VIDEO
                && recipe.codec().equals("hevc")
                && recipe.encoder().isEmpty()
                && size.isLarge();
        long perPixel = bits > Recipe.FEW_BITS ? MANY_BITS : FEW_BITS;
        return bounded ? PROGRAM + perPixel * size.width() * size.height() : 0;
    }
}
