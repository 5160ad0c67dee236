package atelier.processors.index;

/**
 * A piece of an input's sound.
 *
 * @param stream the sound's index in the file
 * @param number from 0
 * @param fingerprint of its coded packets, those that are decoded before it included, and of its place among them
 * @param span where it lies
 */
public record IndexedSound(int stream, int number, String fingerprint, SoundSpan span) {}
