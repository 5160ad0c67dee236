package atelier.processors.store;

import java.time.Instant;

/** Where writes that are cut off leave something behind that nobody sees, and that costs room. */
public interface Leftovers {

    /**
     * Removes what they left, if they began before a time.
     *
     * @return how many
     * @throws StoreException if one could not be removed; others may be gone then
     */
    int removeUnfinished(Instant before);
}
