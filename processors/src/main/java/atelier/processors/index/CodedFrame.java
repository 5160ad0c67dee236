package atelier.processors.index;

import java.util.function.Supplier;

/**
 * One coded frame of the input's video, in decode order.
 *
 * @param pts when it is presented, in the input's time base
 * @param dts when it is decoded, in the input's time base; equal to {@code pts} where the container does not say
 * @param key whether decoding can start at it
 * @param shown whether it is presented (an edit list may hide it)
 * @param content finds out the SHA-256 of its coded data, which may have to be read for that
 */
public record CodedFrame(long pts, long dts, boolean key, boolean shown, Supplier<byte[]> content) {

    /** One of which the SHA-256 is known. */
    public CodedFrame(long pts, long dts, boolean key, boolean shown, byte[] hash) {
        this(pts, dts, key, shown, () -> hash);
    }

    /** SHA-256 of its coded data. */
    public byte[] hash() {
        return content.get();
    }
}
