package atelier.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders of a home.
 *
 * @param root the home itself, absolute
 * @param work scratch folders; may be emptied whenever this node is not running
 */
public record Home(Path root, Path work) {
    public Home {
        root = root.toAbsolutePath().normalize();
        work = work.toAbsolutePath().normalize();
    }

    /** A home that one node has to itself. */
    public Home(Path root) {
        this(root, root.resolve("work"));
    }

    /** Where artists drop files. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** Refused files, each beside a text that says why. */
    public Path rejected() {
        return root.resolve("rejected");
    }

    /** Delivered files, kept as they came. */
    public Path sources() {
        return root.resolve("sources");
    }

    /** What is published. */
    public Path store() {
        return root.resolve("store");
    }

    /** The embedded database's data. */
    public Path database() {
        return root.resolve("db");
    }

    /** Unpacked programs; may be deleted whenever Atelier is not running. */
    public Path tools() {
        return root.resolve("tools");
    }

    /** Makes all folders. */
    public void create() {
        for (Path folder : List.of(inbox(), rejected(), sources(), store(), work(), database(), tools())) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("The home cannot be used: " + folder + " cannot be made.", e);
            }
        }
    }

    /** The path as the catalogue names it: below the home, with slashes. */
    public String relative(Path path) {
        return root.relativize(path.toAbsolutePath().normalize()).toString();
    }

    /** The path that the catalogue names. */
    public Path resolve(String relative) {
        Path path = root.resolve(relative).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException("'" + relative + "' is not below the home.");
        }
        return path;
    }
}
