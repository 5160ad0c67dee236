package atelier.processors.node;

import atelier.config.Role;
import java.util.Set;

/**
 * A process among those on the same database.
 *
 * @param id of the process, by which its claims are known: another one at each start
 * @param name for people
 * @param host the machine
 * @param work scratch folder that it has to itself
 * @param slots how many outputs it makes at a time
 * @param readers how many inputs it reads at a time
 * @param encoders by FFmpeg's names
 * @param roles what it does
 */
public record Node(
        String id,
        String name,
        String host,
        String work,
        int slots,
        int readers,
        Set<String> encoders,
        Set<Role> roles) {
    public Node {
        encoders = Set.copyOf(encoders);
        roles = Set.copyOf(roles);
    }
}
