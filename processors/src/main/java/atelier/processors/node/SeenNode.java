package atelier.processors.node;

/**
 * A node, and when it was heard of last.
 *
 * @param node that was registered
 * @param startedMillis when it started, UTC
 * @param seenMillis when it said last that it is alive, UTC
 * @param alive whether that is not long ago
 */
public record SeenNode(Node node, long startedMillis, long seenMillis, boolean alive) {}
