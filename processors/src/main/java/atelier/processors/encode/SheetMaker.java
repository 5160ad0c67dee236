package atelier.processors.encode;

/** Makes small pictures again that the store has lost. */
public interface SheetMaker {

    /** Makes those of an output, of its stored segments: nothing is encoded for them. */
    void remake(String fingerprint);
}
