package atelier.processors.node;

import atelier.config.Role;
import atelier.processors.work.Claims;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process among the others: registered from its start to its end. */
public final class OwnNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnNode.class);

    private final Node node;
    private final Nodes nodes;
    private final WorkLock lock;

    private OwnNode(Node node, Nodes nodes, WorkLock lock) {
        this.node = node;
        this.nodes = nodes;
        this.lock = lock;
    }

    /**
     * Takes the scratch folder, frees what a killed predecessor with that folder had claimed, sees that the folders are the
     * library's, and registers.
     *
     * @throws NodeException if this process cannot be a node of the library
     */
    public static OwnNode start(Node node, Nodes nodes, Claims claims, Library library) {
        WorkLock lock = WorkLock.take(Path.of(node.work()));
        int released = nodes.predecessors(node).stream()
                .mapToInt(before -> {
                    nodes.gone(before.id());
                    return claims.release(before.id());
                })
                .sum();
        if (released > 0) {
            LOG.info("{} jobs that were cut off go on.", released);
        }
        List<String> others = nodes.others(node).stream()
                .map(each -> each.node().name() + " (" + each.node().host() + ")")
                .toList();
        library.check(others);
        nodes.seen(node);
        LOG.info("Node {} is {}{}.", node.name(), node.roles(), others.isEmpty() ? "" : ", beside " + others);
        return new OwnNode(node, nodes, lock);
    }

    /** What it is. */
    public Node node() {
        return node;
    }

    /** Whether it does that. */
    public boolean does(Role role) {
        return node.roles().contains(role);
    }

    /** Says that it is alive. */
    public void seen() {
        nodes.seen(node);
    }

    /** Says that it ended: nobody need wait for what it had in hand. */
    @Override
    public void close() throws IOException {
        try {
            nodes.gone(node.id());
        } catch (RuntimeException e) {
            LOG.warn("This node ends without saying so: {}", e.getMessage());
        } finally {
            lock.close();
        }
    }
}
