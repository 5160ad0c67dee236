package atelier.processors.index;

/** Is told of what an input consists of while it is read, on the thread that reads it. */
public interface IndexListener {

    /** A chunk, as soon as it is known; in order. */
    void chunk(IndexedChunk chunk);

    /** A piece of sound, as soon as it is known; in order for each sound, and none before the first chunk. */
    default void sound(IndexedSound sound) {}
}
