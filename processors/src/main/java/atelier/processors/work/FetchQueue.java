package atelier.processors.work;

/** Where fetching from buckets is left to be done. Leaving it is part of the surrounding transaction. */
public interface FetchQueue {

    /** Leaves an object to be fetched. Once is enough. */
    void fetch(long objectId);

    /** Says that objects were left: they are looked for now, and not only at the next poll. To be called after the commit. */
    void wake();
}
