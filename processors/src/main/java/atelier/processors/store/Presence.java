package atelier.processors.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a folder that may be a mount is there. Once it bore the library's mark it must bear it: without, what is seen is the
 * folder below the mount, in which nothing must be written and nothing be missed.
 */
public final class Presence {
    /** The file that holds the library's name. */
    public static final String MARK = ".library";

    private final String name;
    private final Path root;
    private volatile boolean marked;

    /** @param name for people: {@code The store} */
    public Presence(String name, Path root) {
        this.name = name;
        this.root = root;
    }

    /** What is wrong, for people; nothing where it is there, or was never marked. */
    public Optional<String> trouble() {
        if (Files.exists(root.resolve(MARK))) {
            marked = true;
            return Optional.empty();
        }
        return Optional.of(name + " " + root + " is away: its file " + MARK
                        + " is gone. What needs it waits. Mount it again; if it was emptied on purpose, start again with"
                        + " --atelier.node.adopt=true.")
                .filter(text -> marked);
    }
}
