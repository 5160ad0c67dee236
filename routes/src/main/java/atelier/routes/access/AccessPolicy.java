package atelier.routes.access;

import atelier.processors.catalog.Access;
import java.security.Principal;
import java.util.Optional;

/** Decides what a caller may see. Every call, list, event and playlist asks it; one bean of this type is all there is to replace. */
@FunctionalInterface
public interface AccessPolicy {
    /**
     * What a caller may see and do.
     *
     * @param caller who they proved to be; empty: nobody said
     * @return empty where they must say who they are
     */
    Optional<Access> of(Optional<Principal> caller);
}
