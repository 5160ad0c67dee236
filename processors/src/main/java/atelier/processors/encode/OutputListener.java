package atelier.processors.encode;

/** Hears of outputs as they come. */
public interface OutputListener {

    /** More of an output is stored and recorded: editions that have it can grow. */
    void grown(String fingerprint);
}
