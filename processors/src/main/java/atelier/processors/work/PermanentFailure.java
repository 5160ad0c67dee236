package atelier.processors.work;

/** Marks an exception after which trying again cannot help. */
public interface PermanentFailure {

    /** Why, in a word or two, for people. */
    default String reason() {
        return "the file cannot be used";
    }
}
