package atelier.processors.index;

import java.util.function.Supplier;

/**
 * A piece of sound that was cut, whose packets need not have been read.
 *
 * @param stream the sound's index in the file
 * @param number from 0
 * @param span where it lies
 * @param content finds out its fingerprint
 */
record CutSound(int stream, int number, SoundSpan span, Supplier<String> content) {

    /** The piece with its name. */
    IndexedSound named() {
        return new IndexedSound(stream, number, content.get(), span);
    }
}
