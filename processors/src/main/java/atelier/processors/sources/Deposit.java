package atelier.processors.sources;

/** A durable copy of a file that was delivered, which no input refers to yet. */
public interface Deposit {
    /** For files that stay in the folder where they are. */
    Deposit NONE = new Deposit() {};

    /** Records where an input lies; to be called in the transaction that records the input. */
    default void recorded(long input) {}

    /** It is not wanted after all: the same file was there already. */
    default void withdraw() {}

    /** The file has left the inbox: nobody but this node's work needs what lies in the home. */
    default void settle() {}
}
