package atelier.processors.index;

/**
 * Lengths of chunks and segments, in seconds of presented time. A GOP that is no longer than a segment stays whole, so a chunk may
 * be longer by one; chunks inside a long GOP become longer with it.
 *
 * @param firstMin shortest first chunk
 * @param firstMax longest first chunk
 * @param min shortest other chunk
 * @param max longest other chunk
 * @param segment longest segment
 * @param keyFrames longest time between key frames
 */
public record CutRule(double firstMin, double firstMax, double min, double max, double segment, double keyFrames) {}
