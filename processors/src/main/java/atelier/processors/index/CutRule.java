package atelier.processors.index;

/**
 * Lengths of chunks and segments, in seconds of presented time.
 *
 * @param firstMin shortest first chunk
 * @param firstMax longest first chunk, where random access points allow
 * @param min shortest other chunk
 * @param max longest other chunk, where random access points allow
 * @param segment longest segment
 * @param keyFrames longest time between key frames
 */
public record CutRule(double firstMin, double firstMax, double min, double max, double segment, double keyFrames) {}
