package atelier.processors.index;

/**
 * One coded frame of the input's video, in decode order.
 *
 * @param pts when it is presented, in the input's time base
 * @param dts when it is decoded, in the input's time base; equal to {@code pts} where the container does not say
 * @param key whether decoding can start at it
 * @param shown whether it is presented (an edit list may hide it)
 * @param hash SHA-256 of its coded data
 */
@SuppressWarnings("ArrayRecordComponent")
public record CodedFrame(long pts, long dts, boolean key, boolean shown, byte[] hash) {}
