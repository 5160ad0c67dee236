package atelier.processors.node;

import atelier.processors.store.Presence;
import java.util.Optional;

/** Where a part of a library lies, which bears the library's name. As a text, it is what people call it. */
public interface Place {
    /** Of the file or object that holds the name. */
    String MARKER = Presence.MARK;

    /**
     * The name that it bears.
     *
     * @throws NodeException if that cannot be told
     */
    Optional<String> name();

    /**
     * Gives it a name.
     *
     * @throws NodeException if that is not possible
     */
    void name(String name);

    /** For people: what to remove so that it bears no name. */
    default String marker() {
        return this + "/" + MARKER;
    }
}
