package atelier.config;

/** What a node does. Every node is the same program. */
public enum Role {
    /** Takes what is dropped into the inbox. */
    WATCH,
    /** Reads, plans, encodes and publishes; looks over the library at night. */
    ENCODE,
    /** Serves pages, API and media. */
    SERVE
}
