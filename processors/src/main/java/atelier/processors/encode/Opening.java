package atelier.processors.encode;

import java.time.Duration;
import java.util.Optional;

/** Says when nightly work may be done. */
public interface Opening {

    /** For how long it may not be done; empty where it may be done now. */
    Optional<Duration> closedFor();
}
