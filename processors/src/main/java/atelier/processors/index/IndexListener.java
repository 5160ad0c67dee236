package atelier.processors.index;

/** Is told of what an input consists of while it is read, on the thread that reads it where nothing else is said. */
public interface IndexListener {

    /**
     * Its reading begins.
     *
     * @param outliner tells what can be known of the rest of it meanwhile
     */
    default void opened(Outliner outliner) {}

    /** A chunk, as soon as it is known; in order. */
    void chunk(IndexedChunk chunk);

    /** A piece of sound, as soon as it is known; in order for each sound, and none before the first chunk. */
    default void sound(IndexedSound sound) {}

    /** Called again and again by a thread of its own that hashes, and may hold it up: it has something to give way to. */
    default void giveWay() {}
}
