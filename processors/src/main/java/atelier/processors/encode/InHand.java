package atelier.processors.encode;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which outputs this process is making, so that none is made twice at a time. */
final class InHand {
    private final Set<String> fingerprints = ConcurrentHashMap.newKeySet();

    /** Whether the output was in nobody's hand, and is now in the caller's. */
    boolean take(String fingerprint) {
        return fingerprints.add(fingerprint);
    }

    void release(String fingerprint) {
        fingerprints.remove(fingerprint);
    }
}
