package atelier.config;

import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a process is among those on the same database.
 *
 * @param name for people; empty: the machine's
 * @param work scratch folder of this node alone, where the home is shared; empty: {@code work} in the home
 * @param roles what it does
 * @param adopt whether a store or a folder of sources without the library's name is taken though the database knows what lies there
 */
public record NodeSettings(
        @DefaultValue("") String name,
        @DefaultValue("") String work,
        @DefaultValue({"watch", "encode", "serve"}) Set<Role> roles,
        @DefaultValue("false") boolean adopt) {
    public NodeSettings {
        roles = Set.copyOf(roles);
    }

    /** Whether it does that. */
    public boolean does(Role role) {
        return roles.contains(role);
    }
}
